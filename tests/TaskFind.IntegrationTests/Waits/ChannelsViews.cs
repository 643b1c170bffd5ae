namespace TaskFind.IntegrationTests.Waits;

/// <summary>The Channels program.</summary>
public sealed class ChannelsViews() : TargetViews("Channels");
