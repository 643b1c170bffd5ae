namespace TaskFind.Model;

/// <summary>A <c>System.Diagnostics.Activity</c>; what it has not made yet is absent.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Name">Its display name, else the name of its operation.</param>
/// <param name="TraceId">The W3C trace id, 32 hexadecimal digits.</param>
/// <param name="SpanId">The W3C span id, 16 hexadecimal digits.</param>
/// <param name="Id">The whole id, of an activity that has no W3C ids.</param>
public sealed record ActivityInfo(ObjectAddress Address, string? Name, string? TraceId, string? SpanId, string? Id);
