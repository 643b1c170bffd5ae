namespace TaskFind.Tests.Code;

/// <summary>Holds where the source says that an await stands, and where its statement begins.</summary>
internal sealed record CodeMark(string Key, string File, int Line, int Start);
