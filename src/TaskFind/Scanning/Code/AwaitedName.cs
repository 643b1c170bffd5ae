using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Says what an await waits for, from the instructions before the call that gets the awaiter.</summary>
internal static class AwaitedName
{
    /// <summary>Answers the index of the call, or of the load, whose value is awaited; -1 where the value comes from several places.</summary>
    public static int SourceOf(MachineIl il, int awaiter)
    {
        var at = awaiter - 1;
        for (var steps = 0; at >= 0 && steps < Limits.Code.LookBack && !il.IsBranchTarget(at + 1); steps++)
        {
            var instruction = il.Code[at];
            if (instruction.Op is ILOpCode.Nop or ILOpCode.Castclass or ILOpCode.Unbox_any or ILOpCode.Box
                || (instruction.Constant is not null && at + 1 < awaiter && il.Tokens.Calls(il.Code[at + 1], "ConfigureAwait"))
                || il.Tokens.Calls(instruction, "ConfigureAwait"))
            {
                at--;
            }
            else if (instruction.UsedLocal is { } local && at > 0 && il.Code[at - 1].StoredLocal == local && !il.IsBranchTarget(at))
            {
                at -= 2;
            }
            else if (instruction.UsedLocal is { } behindThis && at > 1 && il.Code[at - 1].Op == ILOpCode.Ldarg_0 && il.Code[at - 2].StoredLocal == behindThis)
            {
                // F# loads the machine first, to store the awaiter into it.
                at -= 3;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Names what is awaited, such as "Task.Delay" or a local's name; null where nothing can be said.</summary>
    public static string? Of(MachineIl il, int awaiter, Func<int, int, string?> localName)
    {
        var source = awaiter < 0 ? -1 : SourceOf(il, awaiter);
        if (source < 0)
        {
            return null;
        }

        var instruction = il.Code[source];
        if (il.Tokens.Calls(instruction, "Invoke") && il.Tokens.Calls(il.Code[awaiter], "Invoke"))
        {
            return DynamicCall(il, source);
        }

        if (il.Tokens.Called(instruction) is { } called)
        {
            return Call(called, instruction.Op == ILOpCode.Newobj);
        }

        if (instruction.Op is ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Ldsfld or ILOpCode.Ldsflda)
        {
            return il.Tokens.Member(instruction.Operand) is { } field ? Field(field.Name) : null;
        }

        return instruction.UsedLocal is { } local ? localName(local, instruction.Offset) : null;
    }

    // The name of a dynamic call is the string its call site was made with; arguments that are dynamic calls too come before it.
    private static string? DynamicCall(MachineIl il, int source)
    {
        for (var i = source; i >= Math.Max(0, source - Limits.Code.NameLookBack); i--)
        {
            if (il.Tokens.LoadedString(il.Code[i]) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string Call(IlMember called, bool isNew)
    {
        if (isNew)
        {
            return $"new {called.Type}";
        }

        var made = CompilerName.Parse(called.Name);
        var name = made.Kind switch
        {
            'g' => made.Own,
            'b' => CompilerName.Lambda,
            _ => called.Name.StartsWith("get_", StringComparison.Ordinal) ? called.Name[4..] : called.Name,
        };
        return called.Type is null ? name : $"{called.Type}.{name}";
    }

    // "<task>5__2" is the local 'task', "<Slots>k__BackingField" a property; "<>7__wrap1" and its like say nothing to anybody.
    private static string? Field(string name)
    {
        var made = CompilerName.Parse(name);
        return made.Method is null ? made.Own : made.Method.Length == 0 ? null : made.Method;
    }
}
