using System.Diagnostics.CodeAnalysis;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>
/// One description of the format for both ways: each call is given the value, writes it and gives it back; or, when a capture is read, ignores what it was given and gives what was read.
/// </summary>
internal abstract class CaptureCodec
{
    /// <summary>A field of whole numbers in a row of a table.</summary>
    public delegate ref int IntField<T>(ref T row);

    /// <summary>A field of long numbers in a row of a table.</summary>
    public delegate ref long LongField<T>(ref T row);

    /// <summary>A field of addresses in a row of a table.</summary>
    public delegate ref ulong AddressField<T>(ref T row);

    /// <summary>A field of one byte in a row of a table.</summary>
    public delegate ref byte ByteField<T>(ref T row);

    /// <summary>Gets the version of the format.</summary>
    public abstract int Version { get; }

    /// <summary>Codes a part of the file under its number; a file without that part gives <paramref name="missing"/>.</summary>
    public abstract T Section<T>(int id, T value, Func<T, T> code, T missing);

    /// <summary>Codes a number.</summary>
    public abstract long Number(long value);

    /// <summary>Codes an address.</summary>
    public abstract ulong Address(ulong value);

    /// <summary>Codes a text, null too.</summary>
    public abstract string? TextOrNull(string? value);

    /// <summary>Codes the number of items that follow, each of which takes at least a byte.</summary>
    public abstract int Count(int value);

    /// <summary>Codes the rows of a table, none of whose fields is coded yet.</summary>
    public abstract Rows<T> Table<T>(Rows<T> rows, Func<T> empty)
        where T : struct;

    public int Int(int value) => (int)Number(value);

    public bool Flag(bool value) => Number(value ? 1 : 0) != 0;

    public string Text(string? value) => TextOrNull(value) ?? "";

    public long? NumberOrNull(long? value) => Flag(value is not null) ? Number(value.GetValueOrDefault()) : null;

    public int? IntOrNull(int? value) => (int?)NumberOrNull(value);

    public TimeSpan Time(TimeSpan value) => TimeSpan.FromTicks(Number(value.Ticks));

    /// <summary>Codes a value of an enum by its number.</summary>
    public T Word<T>(T value)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), Number(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Codes something that may be absent.</summary>
    public T? Optional<T>(T? value, Func<T?, T> code)
        where T : class => Flag(value is not null) ? code(value) : null;

    /// <summary>Codes a list.</summary>
    public T[] List<T>(IReadOnlyList<T>? items, Func<T?, T> code)
    {
        var list = new T[Count(items?.Count ?? 0)];
        for (var i = 0; i < list.Length; i++)
            list[i] = code(items is null ? default : items[i]);
        return list;
    }

    /// <summary>Codes a column of whole numbers: each as the difference to the one above, which is small in most tables.</summary>
    public void Column<T>(Rows<T> rows, IntField<T> field)
        where T : struct
    {
        for (int i = 0, last = 0; i < rows.Count; i++)
        {
            ref var at = ref field(ref rows[i]);
            at = last = (int)(last + Number((long)at - last));
        }
    }

    /// <summary>Codes a column of long numbers.</summary>
    public void Column<T>(Rows<T> rows, LongField<T> field)
        where T : struct
    {
        for (var i = 0; i < rows.Count; i++)
        {
            ref var at = ref field(ref rows[i]);
            at = Number(at);
        }
    }

    /// <summary>Codes a column of addresses.</summary>
    public void Column<T>(Rows<T> rows, AddressField<T> field)
        where T : struct
    {
        ulong last = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            ref var at = ref field(ref rows[i]);
            at = last = unchecked(last + (ulong)Number((long)(at - last)));
        }
    }

    /// <summary>Codes a column of bytes.</summary>
    public void Column<T>(Rows<T> rows, ByteField<T> field)
        where T : struct
    {
        for (var i = 0; i < rows.Count; i++)
        {
            ref var at = ref field(ref rows[i]);
            at = (byte)Number(at);
        }
    }
}
