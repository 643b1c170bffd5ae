namespace Channels;

/// <summary>An item.</summary>
internal sealed record Order(int Number);
