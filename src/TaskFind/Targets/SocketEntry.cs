namespace TaskFind.Targets;

/// <summary>What the kernel's tables say of one socket.</summary>
/// <param name="Protocol">tcp, udp, unix or pipe.</param>
/// <param name="Local">The own end; null when it has none.</param>
/// <param name="Peer">The other end; null when it is not connected, or not told.</param>
/// <param name="State">The state of a TCP socket in words.</param>
/// <param name="Queued">The bytes that wait to be read, or the connections that wait to be accepted; null when not told.</param>
internal sealed record SocketEntry(string Protocol, string? Local, string? Peer, string? State, long? Queued);
