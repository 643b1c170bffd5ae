namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the Web program.</summary>
internal static class WebSamples
{
    private const string Request = @"request=<Request \[method:GET, path:'/slow', route:'/slow'(, age:\S+)?\]>";

    public static IReadOnlyList<WaitSample> All { get; } =
    [
        new([26], "Web", "HttpProtocol.ProcessRequests<TContext>", SampleWhat.Line, Request),
        new([40], "Web", "Worker.ExecuteAsync", SampleWhat.WaitsFor, @"Task\.Delay \[left:~(5h59m|6h00m), of:6h00m, cancellable\]"),
        new([40], "Web", "Program.<top-level>.RunsUntilStopped", SampleWhat.WaitsFor, @"HostingAbstractionsHostExtensions\.WaitForShutdownAsync\(\) at IL_\S+ \[\S+ \S+\], (Task\.Delay \[infinite, cancellable\]|TaskCompletionSource<object>.*)"),
    ];
}
