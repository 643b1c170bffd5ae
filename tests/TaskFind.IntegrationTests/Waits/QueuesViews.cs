namespace TaskFind.IntegrationTests.Waits;

/// <summary>The Queues program.</summary>
public sealed class QueuesViews() : TargetViews("Queues");
