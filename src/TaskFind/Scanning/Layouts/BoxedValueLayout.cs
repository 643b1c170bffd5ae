using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a number, truth value, enum, time or Guid that lies in an object of its own.</summary>
internal sealed class BoxedValueLayout(ClrType type) : ILayout
{
    private const int ValueAt = 8;

    public int Extent => ValueAt + ValueText.WideSize;

    public IReadOnlyList<int> Follow => [];

    /// <summary>Gets whether it is a character, which is text.</summary>
    public bool IsText => type.ElementType == ClrElementType.Char;

    public static ILayout? TryFor(ClrType type) =>
        ValueText.Knows(type) ? new BoxedValueLayout(type) : null;

    public string? Text(in ObjectBytes o) => ValueText.Of(type, type.ElementType, o, ValueAt);
}
