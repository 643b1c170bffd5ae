using System.Runtime.CompilerServices;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>How the tables are written: column by column, for neighbours in a column are alike.</summary>
internal static class RowFormat
{
    public static Rows<NodeRow> Nodes(CaptureCodec c, Rows<NodeRow>? rows)
    {
        var all = c.Table(rows!, static () => new NodeRow());
        c.Column(all, static (ref NodeRow r) => ref r.Address);
        c.Column(all, static (ref NodeRow r) => ref r.Type);
        c.Column(all, static (ref NodeRow r) => ref r.Method);
        c.Column(all, static (ref NodeRow r) => ref r.Point);
        c.Column(all, static (ref NodeRow r) => ref r.Awaits);
        c.Column(all, static (ref NodeRow r) => ref r.Wait);
        c.Column(all, static (ref NodeRow r) => ref r.Continuations);
        c.Column(all, static (ref NodeRow r) => ref r.Extra);
        c.Column(all, static (ref NodeRow r) => ref Unsafe.As<NodeKind, byte>(ref r.Kind));
        c.Column(all, static (ref NodeRow r) => ref Unsafe.As<TaskState, byte>(ref r.State));
        c.Column(all, static (ref NodeRow r) => ref r.Status);
        c.Column(all, static (ref NodeRow r) => ref Unsafe.As<NodeFlags, byte>(ref r.Flags));
        return all;
    }

    public static Rows<NodeExtra> Extras(CaptureCodec c, Rows<NodeExtra>? rows)
    {
        var all = c.Table(rows!, static () => new NodeExtra());
        c.Column(all, static (ref NodeExtra r) => ref r.TaskId);
        c.Column(all, static (ref NodeExtra r) => ref r.Thread);
        c.Column(all, static (ref NodeExtra r) => ref r.Name);
        c.Column(all, static (ref NodeExtra r) => ref r.Exception);
        c.Column(all, static (ref NodeExtra r) => ref r.Result);
        c.Column(all, static (ref NodeExtra r) => ref r.Context);
        return all;
    }

    public static Rows<WaitRow> Waits(CaptureCodec c, Rows<WaitRow>? rows)
    {
        var all = c.Table(rows!, static () => new WaitRow());
        c.Column(all, static (ref WaitRow r) => ref Unsafe.As<WaitKind, byte>(ref r.Kind));
        c.Column(all, static (ref WaitRow r) => ref r.Address);
        c.Column(all, static (ref WaitRow r) => ref r.Type);
        c.Column(all, static (ref WaitRow r) => ref r.Count);
        c.Column(all, static (ref WaitRow r) => ref r.Total);
        c.Column(all, static (ref WaitRow r) => ref r.Position);
        c.Column(all, static (ref WaitRow r) => ref r.Left);
        c.Column(all, static (ref WaitRow r) => ref r.Of);
        c.Column(all, static (ref WaitRow r) => ref r.FirstNode);
        c.Column(all, static (ref WaitRow r) => ref r.NodeCount);
        c.Column(all, static (ref WaitRow r) => ref r.FirstFact);
        c.Column(all, static (ref WaitRow r) => ref r.FactCount);
        c.Column(all, static (ref WaitRow r) => ref Unsafe.As<bool, byte>(ref r.IsInfinite));
        c.Column(all, static (ref WaitRow r) => ref Unsafe.As<bool, byte>(ref r.IsBound));
        return all;
    }

    public static Rows<FactRow> Facts(CaptureCodec c, Rows<FactRow>? rows)
    {
        var all = c.Table(rows!, static () => new FactRow());
        c.Column(all, static (ref FactRow r) => ref r.Number);
        c.Column(all, static (ref FactRow r) => ref r.Total);
        c.Column(all, static (ref FactRow r) => ref r.Key);
        c.Column(all, static (ref FactRow r) => ref r.Words);
        c.Column(all, static (ref FactRow r) => ref Unsafe.As<WaitFactKind, byte>(ref r.Kind));
        return all;
    }

    public static Rows<ContinuationRow> Continuations(CaptureCodec c, Rows<ContinuationRow>? rows)
    {
        var all = c.Table(rows!, static () => new ContinuationRow());
        c.Column(all, static (ref ContinuationRow r) => ref Unsafe.As<ContinuationKind, byte>(ref r.Kind));
        c.Column(all, static (ref ContinuationRow r) => ref r.Address);
        c.Column(all, static (ref ContinuationRow r) => ref r.Target);
        c.Column(all, static (ref ContinuationRow r) => ref r.Via);
        c.Column(all, static (ref ContinuationRow r) => ref Unsafe.As<bool, byte>(ref r.IsLast));
        return all;
    }

    public static Rows<int> Edges(CaptureCodec c, Rows<int>? rows)
    {
        var all = c.Table(rows!, static () => 0);
        c.Column(all, static (ref int r) => ref r);
        return all;
    }

    public static Rows<RequestRow> Requests(CaptureCodec c, Rows<RequestRow>? rows)
    {
        var all = c.Table(rows!, static () => new RequestRow());
        c.Column(all, static (ref RequestRow r) => ref r.Node);
        c.Column(all, static (ref RequestRow r) => ref r.Method);
        c.Column(all, static (ref RequestRow r) => ref r.Path);
        c.Column(all, static (ref RequestRow r) => ref r.Route);
        c.Column(all, static (ref RequestRow r) => ref r.Age);
        return all;
    }
}
