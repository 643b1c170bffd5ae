using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Process.WaitForExitAsync</c>: the process whose end it waits for.</summary>
internal sealed class ProcessExitMachine : IKnownMachine
{
    private readonly int _process;

    private ProcessExitMachine(int process) => _process = process;

    public IReadOnlyList<int> Follow => [_process];

    public static IKnownMachine? TryFor(string name, TypeFields machine) =>
        name.StartsWith("System.Diagnostics.Process+<WaitForExitAsync>", StringComparison.Ordinal) && machine.Offset("<>4__this") is >= 0 and var process
            ? new ProcessExitMachine(process)
            : null;

    public void Describe(in ObjectBytes machine, WaitContext context, int ordinal, ref NodeRow node)
    {
        if (!context.Store.TryGet<ProcessLayout>(machine.Ref(_process), out var process, out var layout))
            return;
        var row = new WaitRow { Kind = WaitKind.Process, Address = process.Address, Type = context.Builder.Intern("Process") };
        node.Wait = context.Builder.Add(row, [WaitFact.Flag("exit"), WaitFact.Of("pid", layout.Id(process))]);
    }
}
