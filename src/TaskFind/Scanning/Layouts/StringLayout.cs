using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.String</c>, of which only a bounded part is copied.</summary>
internal sealed class StringLayout : ILayout
{
    private const int LengthAt = 8, CharsAt = 12;

    public int Extent => CharsAt + (Limits.Scan.StringLength * sizeof(char));

    public IReadOnlyList<int> Follow => [];

    public static ILayout? TryFor(ClrType type) => type.IsString ? new StringLayout() : null;

    /// <summary>Tells whether all of it was copied.</summary>
    public static bool IsWhole(in ObjectBytes o) => CharsAt + ((long)o.Int32(LengthAt) * sizeof(char)) <= o.Length;

    /// <summary>Gives the text, cut to <see cref="Limits.Scan.StringLength"/>.</summary>
    public static string Read(in ObjectBytes o)
    {
        var there = (o.Length - CharsAt) / sizeof(char);
        var length = Math.Min(Math.Min(Math.Max(o.Int32(LengthAt), 0), Limits.Scan.StringLength), Math.Max(there, 0));
        return new string(MemoryMarshal.Cast<byte, char>(o.Slice(CharsAt, length * sizeof(char))));
    }
}
