namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What of a task or thread is compared.</summary>
internal enum SampleWhat
{
    /// <summary>All that the only pending task of a method waits for.</summary>
    WaitsFor,

    /// <summary>A part of the line of some pending task of a method, or of the method that has none yet.</summary>
    Line,

    /// <summary>All that a thread is blocked on.</summary>
    Thread,
}
