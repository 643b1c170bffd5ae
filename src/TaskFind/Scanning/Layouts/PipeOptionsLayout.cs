using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.IO.Pipelines.PipeOptions</c>: the threshold below which a writer resumes.</summary>
internal sealed class PipeOptionsLayout : FieldsLayout
{
    private readonly int _resume;

    private PipeOptionsLayout(ClrType type)
        : base(type) => _resume = Value("<ResumeWriterThreshold>k__BackingField", "_resumeWriterThreshold");

    public static ILayout? TryFor(ClrType type) => type.Name == "System.IO.Pipelines.PipeOptions" ? new PipeOptionsLayout(type) : null;

    public long ResumesBelow(in ObjectBytes o) => o.Int64(_resume);
}
