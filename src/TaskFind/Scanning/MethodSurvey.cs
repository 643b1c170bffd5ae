using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;

namespace TaskFind.Scanning;

/// <summary>Lists loaded methods, to tell why a search found no task: all of the program's, and those of the framework that bear the searched name.</summary>
internal sealed class MethodSurvey(CodeCatalogue code, Action<string, string> gap)
{
    public List<LoadedMethod> Read(ClrRuntime runtime, string what)
    {
        var name = LastName(what);
        var methods = new List<LoadedMethod>();
        foreach (var module in code.Modules(runtime))
        {
            if (module.MetadataLength == 0 || code.Module(module) is not { } loaded)
                continue;
            var isFramework = FrameworkModules.Contains(loaded.Name);
            foreach (var entry in loaded.Methods())
            {
                if (methods.Count >= Limits.Scan.LoadedMethods)
                {
                    gap("methods that are loaded", $"only the first {Limits.Scan.LoadedMethods} were read");
                    return methods;
                }

                if (!isFramework || Bears(entry.SimpleName, name) || Bears(entry.ContainingMethod, name))
                    methods.Add(new LoadedMethod(loaded.NameOf(entry.Method).ToTaskMethod(isFramework, definedAt: null), Shape(entry.Kind)));
            }
        }

        return methods;
    }

    /// <summary>Gives the last part of a pattern, without type arguments and parameters: <c>Get</c> of <c>Cache.Get&lt;T&gt;(int)</c>.</summary>
    private static string LastName(string what)
    {
        var end = what.AsSpan().IndexOfAny('(', '<');
        var head = end <= 0 ? what : what[..end];
        return head[(head.LastIndexOf('.') + 1)..];
    }

    private static bool Bears(string? method, string name) => string.Equals(method, name, StringComparison.OrdinalIgnoreCase);

    private static MethodShape Shape(MethodKind kind) => kind switch
    {
        MethodKind.Async or MethodKind.AsyncIterator => MethodShape.Async,
        MethodKind.RuntimeAsync => MethodShape.RuntimeAsync,
        _ => MethodShape.Sync,
    };
}
