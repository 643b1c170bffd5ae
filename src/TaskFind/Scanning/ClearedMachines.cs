using System.Reflection.Metadata.Ecma335;
using System.Text;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Finds the machine type of a finished box by the box's name: a Debug build's box lets go of its machine, and with it of its type.</summary>
internal sealed class ClearedMachines(CodeCatalogue code, Action<string, string> gap)
{
    private readonly Dictionary<ulong, MachineFacts?> _byBox = [];
    private Dictionary<string, (ClrModule Module, int Token)>? _machines;

    /// <summary>Gets how many types are remembered.</summary>
    public int Most { get; init; } = Limits.Scan.MachineTypes;

    public MachineFacts? Of(TypeEntry box)
    {
        if (!_byBox.TryGetValue(box.MethodTable, out var facts))
            _byBox.Add(box.MethodTable, facts = Find(box));
        return facts;
    }

    /// <summary>Gives a type's name without type arguments and arities, <c>Outer+&lt;Run&gt;d__0</c>, however it was written.</summary>
    internal static string Bare(ReadOnlySpan<char> name)
    {
        var bare = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '`')
            {
                while (i + 1 < name.Length && char.IsAsciiDigit(name[i + 1]))
                    i++;
            }
            else if (name[i] == '<')
            {
                var end = EndOfBrackets(name, i);
                if (i == 0 || name[i - 1] is '+' or '.' or '<')
                    bare.Append(name[i..end]);
                i = end - 1;
            }
            else
            {
                bare.Append(name[i]);
            }
        }

        return bare.ToString();
    }

    private static int EndOfBrackets(ReadOnlySpan<char> name, int open)
    {
        var depth = 0;
        for (var i = open; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }

        return name.Length;
    }

    private MachineFacts? Find(TypeEntry box)
    {
        const string marker = "AsyncStateMachineBox<";
        var start = box.Name.IndexOf(marker, StringComparison.Ordinal);
        if (start < 0 || box.Type is not { } type)
            return null;
        _machines ??= Survey(type.Heap.Runtime);
        var machine = box.Name.AsSpan(start + marker.Length);
        machine = machine.EndsWith(">") ? machine[..^1] : machine;
        return _machines.TryGetValue(Bare(machine), out var found) ? code.Machine(found.Module, found.Token, machine.ToString()) : null;
    }

    private Dictionary<string, (ClrModule Module, int Token)> Survey(ClrRuntime runtime)
    {
        var machines = new Dictionary<string, (ClrModule Module, int Token)>();
        foreach (var module in code.Modules(runtime))
        {
            if (module.MetadataLength == 0 || code.Module(module) is not { } loaded)
                continue;
            foreach (var (name, handle) in loaded.MachineTypes())
            {
                if (machines.Count >= Most)
                {
                    gap("state machines of methods that are done", $"only the first {Most} types were remembered");
                    return machines;
                }

                machines.TryAdd(Bare(name), (module, MetadataTokens.GetToken(handle)));
            }
        }

        return machines;
    }
}
