namespace TaskFind.Scanning.Code;

/// <summary>Holds where one section of a PE image lies.</summary>
internal readonly record struct PeSection(uint Rva, uint FileOffset, uint FileSize);
