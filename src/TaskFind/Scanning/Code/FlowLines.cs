using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Knows for each instruction of a method which sequence point control came from.</summary>
/// <remarks>
/// The rule: a point is in force until control meets another; hidden points cover what follows them.
/// Wrongly yes: where two statements join without a point of their own, the one that lies first in the IL is named.
/// Wrongly no: code that is only reached through the state dispatch has none (a resumed await before its GetResult).
/// Taking the last point by offset instead is wrong for awaits in the arms of a switch expression.
/// </remarks>
internal sealed class FlowLines
{
    private const int NotReached = -2;

    // The compiler puts a hidden point of its own right behind GetAwaiter; it starts no hidden code.
    private const int AwaitMarker = 3;

    private readonly int[] _point;
    private readonly bool[] _hidden;
    private readonly IlCode _code;

    private FlowLines(IlCode code)
    {
        _code = code;
        _point = new int[code.Count];
        _hidden = new bool[code.Count];
        Array.Fill(_point, NotReached);
    }

    /// <summary>Walks a plain method.</summary>
    public static FlowLines Of(IlCode code, SequenceTable table) => Walk(code, table, null, []);

    /// <summary>Walks the MoveNext of a state machine as if it were started.</summary>
    public static FlowLines Of(MachineIl il, SequenceTable table, IReadOnlyList<RawSite> sites) => Walk(il.Code, table, il, sites);

    /// <summary>Answers the point in force at an instruction (-1: none) and whether hidden code follows it.</summary>
    public (int Point, bool Hidden) At(int instruction) =>
        instruction < 0 || instruction >= _point.Length || _point[instruction] == NotReached ? (-1, true) : (_point[instruction], _hidden[instruction]);

    private static FlowLines Walk(IlCode code, SequenceTable table, MachineIl? machine, IReadOnlyList<RawSite> sites)
    {
        var lines = new FlowLines(code);
        var tries = code.Handlers.ToLookup(h => h.TryStart);
        var afterYield = sites.Where(s => s.IsYield).Select(s => s.Resume).ToHashSet();
        var work = new PriorityQueue<(int Index, int Point, bool Hidden), (int, int)>();
        var order = 0;
        Go(0, -1, false);
        while (work.TryDequeue(out var at, out _))
        {
            var (index, point, hidden) = at;
            if (index < 0 || index >= code.Count || lines._point[index] != NotReached)
            {
                continue;
            }

            var offset = code[index].Offset;
            if (table.At(offset) is var here and >= 0)
            {
                (point, hidden) = table[here].IsHidden ? (point, hidden || !lines.FollowsGetAwaiter(index, machine)) : (here, false);
            }

            if (offset >= table.End)
            {
                (point, hidden) = (-1, true);
            }

            (lines._point[index], lines._hidden[index]) = (point, hidden);
            foreach (var handler in tries[offset])
            {
                Go(code.IndexAt(handler.HandlerStart), point, true);
                Go(code.IndexAt(handler.FilterStart), point, true);
            }

            foreach (var next in lines.Successors(index, machine, afterYield))
            {
                Go(next, point, hidden);
            }
        }

        return lines;

        void Go(int index, int point, bool hidden)
        {
            if (index >= 0)
            {
                work.Enqueue((index, point, hidden), (index, order++));
            }
        }
    }

    private IEnumerable<int> Successors(int index, MachineIl? machine, HashSet<int> afterYield)
    {
        var instruction = _code[index];
        if (machine?.DispatchTarget(index) is { } only)
        {
            yield return _code.IndexAt(only);
            yield break;
        }

        if (!instruction.EndsFlow || afterYield.Contains(index + 1))
        {
            yield return index + 1;
        }

        if (instruction.IsBranch)
        {
            yield return _code.IndexAt(instruction.Operand);
        }
        else if (instruction.Op == ILOpCode.Switch)
        {
            for (var arm = 0; arm < instruction.Operand; arm++)
            {
                yield return _code.IndexAt(_code.SwitchTarget(instruction, arm));
            }
        }
    }

    private bool FollowsGetAwaiter(int index, MachineIl? machine)
    {
        for (var i = index - 1; machine is not null && i >= Math.Max(0, index - AwaitMarker); i--)
        {
            if (machine.Tokens.Calls(_code[i], "GetAwaiter"))
            {
                return true;
            }
        }

        return false;
    }
}
