using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>PeriodicTimer+State</c>, what <c>WaitForNextTickAsync</c> gives to await.</summary>
internal sealed class PeriodicTimerStateLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _owner, _registration;

    private PeriodicTimerStateLayout(ClrType type)
        : base(type)
    {
        _owner = Reference("_owner");
        _registration = Registration("_ctr", "_registration");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.PeriodicTimer+State" ? new PeriodicTimerStateLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var facts = new List<WaitFact>();
        if (context.Store.TryGet<PeriodicTimerLayout>(promise.Ref(_owner), out var o, out var timer))
        {
            if (context.Timer(timer.Timer(o)) is { } reading)
                facts.Add(reading.ToFact("left"));
            facts.Add(WaitFact.Time("period", timer.Period(o)));
        }

        facts.AddRange(context.Cancellation(promise.Ref(_registration)));
        node.Wait = context.Resource(WaitKind.PeriodicTimer, promise.Address, "PeriodicTimer", facts.ToArray());
    }
}
