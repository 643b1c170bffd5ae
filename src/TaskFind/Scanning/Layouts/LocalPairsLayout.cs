using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the array in which a map keeps pairs of AsyncLocal and value: pairs one after the other, or the entries of a dictionary.</summary>
internal sealed class LocalPairsLayout : ILayout
{
    private const int LengthAt = 8, ElementsAt = 16;

    // ClrMD does not tell the fields of an array's elements. A struct's references come first, in the order in which they are declared.
    private const int KeyAt = 0, ValueAt = 8, SmallestStride = 16;
    private readonly int _stride;

    private LocalPairsLayout(int stride) => _stride = stride;

    public int Extent => ElementsAt + (Limits.Scan.LocalSlots * _stride);

    public IReadOnlyList<int> Follow => [];

    public static ILayout? TryFor(ClrType type) =>
        type is { IsArray: true, ComponentSize: >= SmallestStride and var stride, Name: { } name } && IsOfLocals(name) ? new LocalPairsLayout(stride) : null;

    /// <summary>Gives the pairs that were copied; an entry of a dictionary that is not in use has no key.</summary>
    public List<(ulong Key, ulong Value)> Pairs(in ObjectBytes o)
    {
        var pairs = new List<(ulong Key, ulong Value)>();
        for (int i = 0, there = Math.Min(Count(o), (o.Length - ElementsAt) / _stride); i < there; i++)
        {
            var at = ElementsAt + (i * _stride);
            if (o.Ref(at + KeyAt) is not 0 and var key)
                pairs.Add((key, o.Ref(at + ValueAt)));
        }

        return pairs;
    }

    /// <summary>Tells whether all elements were copied.</summary>
    public bool IsWhole(in ObjectBytes o) => ElementsAt + ((long)Count(o) * _stride) <= o.Length;

    private static int Count(in ObjectBytes o) => Math.Max(o.Int32(LengthAt), 0);

    private static bool IsOfLocals(string name) =>
        name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal) && name.Contains("System.Threading.IAsyncLocal", StringComparison.Ordinal);
}
