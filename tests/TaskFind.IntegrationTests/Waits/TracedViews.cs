namespace TaskFind.IntegrationTests.Waits;

/// <summary>The Waits program with the events of its tasks turned on.</summary>
public sealed class TracedViews() : WaitsViews(isTraced: true);
