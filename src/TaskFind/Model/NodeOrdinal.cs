namespace TaskFind.Model;

/// <summary>The position of a node in one <see cref="TaskGraph"/>, from 0, in heap order.</summary>
public readonly record struct NodeOrdinal(int Value);
