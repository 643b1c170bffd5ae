using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.IO.Pipelines.Pipe</c>: how much is unread, and how little must be left before a held-up writer goes on.</summary>
internal sealed class PipeLayout : FieldsLayout
{
    private readonly int _unread, _options;

    private PipeLayout(ClrType type)
        : base(type)
    {
        _unread = Value("_unconsumedBytes");
        _options = Reference("_options");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.IO.Pipelines.Pipe" ? new PipeLayout(type) : null;

    public List<WaitFact> Facts(in ObjectBytes o, bool isReader, ObjectStore store)
    {
        var facts = new List<WaitFact> { WaitFact.Flag(isReader ? "read" : "flush"), WaitFact.Of("unread", Math.Max(o.Int64(_unread), 0)) };
        if (!isReader && store.TryGet<PipeOptionsLayout>(o.Ref(_options), out var options, out var layout))
            facts.Add(WaitFact.Of("resumesBelow", layout.ResumesBelow(options)));
        return facts;
    }
}
