using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the two ends of a <c>Pipe</c>, which are the sources that its users await.</summary>
internal sealed class PipeEndLayout : FieldsLayout, IPromiseLayout
{
    private const string Reader = "System.IO.Pipelines.Pipe+DefaultPipeReader", Writer = "System.IO.Pipelines.Pipe+DefaultPipeWriter";
    private readonly bool _isReader;
    private readonly int _pipe;

    private PipeEndLayout(ClrType type)
        : base(type) => (_isReader, _pipe) = (type.Name == Reader, Reference("_pipe"));

    public static ILayout? TryFor(ClrType type) => type.Name is Reader or Writer ? new PipeEndLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        List<WaitFact> facts = context.Store.TryGet<PipeLayout>(promise.Ref(_pipe), out var pipe, out var layout)
            ? layout.Facts(pipe, _isReader, context.Store)
            : [WaitFact.Flag(_isReader ? "read" : "flush")];
        var row = new WaitRow { Kind = WaitKind.Pipe, Address = promise.Address, Type = context.Builder.Intern("Pipe") };
        node.Wait = context.Builder.Add(row, [.. facts]);
    }
}
