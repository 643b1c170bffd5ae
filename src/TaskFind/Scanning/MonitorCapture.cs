namespace TaskFind.Scanning;

/// <summary>A monitor that a thread holds.</summary>
/// <param name="Object">The locked object.</param>
/// <param name="Owner">The runtime's thread object of the holder, by address.</param>
/// <param name="Waiting">How many threads are blocked on it.</param>
internal sealed record MonitorCapture(ulong Object, ulong Owner, int Waiting);
