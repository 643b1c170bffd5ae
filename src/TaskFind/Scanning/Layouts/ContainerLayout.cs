using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads any part of a collection of things that are waited for (the collection, its array, a node of it), to tell which of them it holds.</summary>
internal sealed class ContainerLayout : IRootLayout
{
    private const int Header = 8, CountAt = 8;

    private ContainerLayout(string collection) => Collection = collection;

    /// <summary>Gets the name of the whole collection, <c>Dictionary&lt;int, TaskCompletionSource&gt;</c>.</summary>
    public string Collection { get; }

    public int Extent => Limits.Scan.ObjectBytes;

    public IReadOnlyList<int> Follow => [];

    /// <summary>Recognises an array, or a class of <c>System.Collections</c>, by a waitable type among its type arguments.</summary>
    public static ContainerLayout? TryFor(ClrType type)
    {
        if (type.Name is not { } name || type.IsValueType || type.IsString)
            return null;
        var isArray = name.EndsWith("[]", StringComparison.Ordinal);
        if (isArray && WaitableFields.IsWaitable(name))
            return new ContainerLayout(TypeNames.Display(name));
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open < 0 || !IsCollection(name) || !HoldsWaitable(name.AsSpan(open)))
            return null;
        return new ContainerLayout(TypeNames.Display(Outer(name)));
    }

    /// <summary>Tells whether all of the object was copied.</summary>
    public static bool IsWhole(in ObjectBytes o) => o.Type.ComponentSize == 0 || o.Type.SizeOf(o.UInt32(CountAt)) <= (ulong)o.Length;

    /// <summary>Gives the words of the object that may be references.</summary>
    public static int Words(in ObjectBytes o) => Math.Max(0, (o.Length - Header) / 8);

    public static ulong Word(in ObjectBytes o, int index) => o.Ref(Header + (index * 8));

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    private static bool IsCollection(string name) =>
        name.StartsWith("System.Collections.", StringComparison.Ordinal) && !name.Contains("Compar", StringComparison.Ordinal);

    private static bool HoldsWaitable(ReadOnlySpan<char> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is '<' or ',' or ' ' && WaitableFields.IsWaitable(arguments[(i + 1)..]))
                return true;
        }

        return false;
    }

    /// <summary>Cuts the name of a collection's part, <c>…Dictionary&lt;…&gt;+Entry[]</c>, down to the collection's own.</summary>
    private static string Outer(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (name[i] == '+' && depth == 0)
                return name[..i];
        }

        return name;
    }
}
