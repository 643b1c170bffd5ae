using TaskFind.Scanning.Code;

namespace TaskFind.Tests.Code;

/// <summary>Counts what a sweep over many assemblies met.</summary>
internal sealed class CorpusCount
{
    public int Modules { get; set; }

    public int Machines { get; set; }

    public int WithoutKickoff { get; set; }

    public int WithoutIl { get; set; }

    public int Awaits { get; set; }

    public int Named { get; set; }

    public int WithLine { get; set; }

    public int Implicit { get; set; }

    public int Yields { get; set; }

    public List<string> Troubles { get; } = [];

    public void Trouble(StateMachineCode machine, string what) => Troubles.Add($"{machine.Method.Module} {machine.Method}: {what}");

    public override string ToString() =>
        $"{Modules} modules, {Machines} machines ({WithoutKickoff} without method, {WithoutIl} without IL), {Awaits} awaits "
        + $"({Named} named, {WithLine} with line, {Implicit} implicit), {Yields} yields, {Troubles.Count} troubles";
}
