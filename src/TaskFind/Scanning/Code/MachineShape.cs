using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds what makes a type definition an async state machine.</summary>
internal sealed record MachineShape(
    TypeDefinitionHandle Type, MethodDefinitionHandle MoveNext, MachineLanguage Language, string StateField, bool IsIterator)
{
    /// <summary>The state of a machine before its first step.</summary>
    public int InitialState => IsIterator ? -3 : -1;

    /// <summary>Recognises an async state machine, or answers null.</summary>
    public static MachineShape? TryRead(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        if (!type.GetInterfaceImplementations().Any(i =>
            metadata.IsType(metadata.GetInterfaceImplementation(i).Interface, "System.Runtime.CompilerServices", "IAsyncStateMachine")))
        {
            return null;
        }

        (MachineLanguage Language, string Field)? state = null;
        var iterator = false;
        foreach (var field in type.GetFields())
        {
            var name = metadata.Text(metadata.GetFieldDefinition(field).Name);
            iterator |= name == "<>v__promiseOfValueOrEnd";
            state ??= name switch
            {
                "<>1__state" => (MachineLanguage.CSharp, name),
                "$State" => (MachineLanguage.VisualBasic, name),
                "ResumptionPoint" => (MachineLanguage.FSharp, name),
                _ => null,
            };
        }

        foreach (var method in type.GetMethods())
        {
            var name = metadata.Text(metadata.GetMethodDefinition(method).Name);
            if (state is var (language, field) && (name == "MoveNext" || name.EndsWith(".MoveNext", StringComparison.Ordinal)))
            {
                return new MachineShape(handle, method, language, field, iterator);
            }
        }

        return null;
    }

    /// <summary>Answers whether a field of the machine keeps an awaiter while it is suspended (F# knows them by position instead).</summary>
    public bool IsAwaiterField(string name) =>
        name.StartsWith(Language == MachineLanguage.VisualBasic ? "$A" : "<>u__", StringComparison.Ordinal);
}
