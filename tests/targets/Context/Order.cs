namespace Context;

/// <summary>An object of the program's.</summary>
internal sealed record Order(int Id);
