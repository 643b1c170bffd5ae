namespace TaskFind.Scanning.Code;

/// <summary>Holds one exception clause by IL offsets; the filter's start is -1 where there is none.</summary>
internal sealed record IlHandler(int TryStart, int HandlerStart, int FilterStart);
