using TaskFind.Captures.Sections;

namespace TaskFind.Captures;

/// <summary>All sections, in the order in which they are read: what others refer to comes first.</summary>
internal static class CaptureSections
{
    /// <summary>Gets them.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new StringSection(), new LineSection(), new PointSection(), new MethodSection(), new FrameSection(), new ActivitySection(), new LocalSection(), new VariableSection(), new GapSection(),
        new HeadSection(), new TargetSection(), new CoverageSection(), new ThreadPoolSection(), new ExceptionSection(), new ContextSection(), new MethodVariablesSection(),
        new NodeSection(), new ExtraSection(), new WaitSection(), new FactSection(), new ContinuationSection(), new EdgeSection(), new RequestSection(),
        new ThreadSection(), new RunningSection(), new LoadedSection(),
    ];
}
