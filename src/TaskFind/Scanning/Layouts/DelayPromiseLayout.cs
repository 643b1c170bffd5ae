using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+DelayPromise</c>: the timer of a <c>Task.Delay</c>, which an infinite one has not.</summary>
internal sealed class DelayPromiseLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _timer, _registration;

    private DelayPromiseLayout(ClrType type)
        : base(type)
    {
        _timer = Reference("_timer", "m_timer", "Timer");
        _registration = Registration("_registration");
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Task+DelayPromise", StringComparison.Ordinal) == true ? new DelayPromiseLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var timer = promise.Ref(_timer);
        var wait = new WaitRow { Kind = WaitKind.Delay, Address = promise.Address, IsInfinite = timer == 0 };
        var facts = new List<WaitFact>(context.Cancellation(promise.Ref(_registration)));
        if (context.Timer(timer) is { } found)
            (wait.Left, wait.Of, wait.IsBound) = (found.Left, found.Of, found.IsBound);
        else if (context.ForeignTimer(timer) is { } foreign)
            facts.Insert(0, WaitFact.Name("timer", foreign));
        node.Wait = context.Builder.Add(wait, facts.ToArray());
    }
}
