using System.Runtime.CompilerServices;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>The kinds of cells.</summary>
internal static class Codecs
{
    /// <summary>Gets how a number is written.</summary>
    public static Codec<int> Int { get; } = new((o, v) => o.Signed(v), i => i.Int());

    /// <summary>Gets how a number is written.</summary>
    public static Codec<long> Long { get; } = new((o, v) => o.Signed(v), i => i.Signed());

    /// <summary>Gets how a number is written that may be absent.</summary>
    public static Codec<int?> OptionalInt { get; } = Optional(Int);

    /// <summary>Gets how a number is written that may be absent.</summary>
    public static Codec<long?> OptionalLong { get; } = Optional(Long);

    /// <summary>Gets how a byte without a name is written.</summary>
    public static Codec<byte> Byte { get; } = new((o, v) => o.Unsigned(v), i => i.Unsigned() is <= byte.MaxValue and var value ? (byte)value : throw new CaptureException("a byte in it is none"));

    /// <summary>Gets how yes and no are written.</summary>
    public static Codec<bool> Flag { get; } = new((o, v) => o.Unsigned(v ? 1u : 0u), i => i.Unsigned() != 0);

    /// <summary>Gets how an address is written: those of a heap that was walked rise.</summary>
    public static Codec<ulong> Address { get; } = new((o, v) => o.Difference((long)v), i => (ulong)i.Difference());

    /// <summary>Gets how the address of an object is written.</summary>
    public static Codec<ObjectAddress> Object { get; } = new((o, v) => o.Difference((long)v.Value), i => new((ulong)i.Difference()));

    /// <summary>Gets how an index of a table is written, -1 for none; <see cref="CaptureCheck"/> asks later whether it is in the table.</summary>
    public static Codec<int> Index { get; } = new((o, v) => o.Index(v), i => i.Index());

    /// <summary>Gets how a string is written: once, with an index in each cell.</summary>
    public static Codec<string?> OptionalText { get; } = Pooled(t => t.Strings);

    /// <summary>Gets how a string is written that is always there.</summary>
    public static Codec<string> Text { get; } = Required(OptionalText);

    /// <summary>Gets how a time is written, in ticks.</summary>
    public static Codec<TimeSpan> Time { get; } = new((o, v) => o.Signed(v.Ticks), i => new(i.Signed()));

    /// <summary>Gets how a moment is written, in ticks of UTC.</summary>
    public static Codec<DateTimeOffset> Moment { get; } = new(
        (o, v) => o.Signed(v.UtcTicks),
        i => i.Signed() is >= 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? new(ticks, TimeSpan.Zero) : throw new CaptureException("a time in it is none"));

    /// <summary>Gets how a line of source is written.</summary>
    public static Codec<SourceLine?> OptionalLine { get; } = Pooled(t => t.Lines);

    /// <summary>Gets how a method is written.</summary>
    public static Codec<TaskMethod> Method { get; } = Required(Pooled(t => t.Methods));

    /// <summary>Gets how a place is written.</summary>
    public static Codec<AwaitPoint> Point { get; } = Required(Pooled(t => t.Points));

    /// <summary>Gives how the values of an enum are written; one that has no name is damage.</summary>
    public static Codec<TEnum> Enum<TEnum>()
        where TEnum : struct, Enum
    {
        var values = System.Enum.GetValues<TEnum>().ToDictionary(Number);
        return new((o, v) => o.Unsigned(Number(v)), i => values.TryGetValue(i.Unsigned(), out var value) ? value : throw new CaptureException($"a {typeof(TEnum).Name} in it has no name"));
    }

    /// <summary>Gives how a value is written that may be absent.</summary>
    public static Codec<TValue?> Optional<TValue>(Codec<TValue> value)
        where TValue : struct => new(
            (o, v) =>
            {
                Flag.Write(o, v.HasValue);
                if (v is { } there)
                    value.Write(o, there);
            },
            i => Flag.Read(i) ? value.Read(i) : null);

    /// <summary>Gives how a list is written.</summary>
    public static Codec<IReadOnlyList<TValue>> List<TValue>(Codec<TValue> item) => new(
        (o, v) =>
        {
            o.Unsigned((ulong)v.Count);
            foreach (var value in v)
                item.Write(o, value);
        },
        i =>
        {
            var values = new TValue[i.Rows()];
            for (var at = 0; at < values.Length; at++)
                values[at] = item.Read(i);
            return values;
        });

    /// <summary>Gives how something is written that has a table of its own, into which each goes once.</summary>
    public static Codec<TValue?> Pooled<TValue>(Func<CaptureTables, Pool<TValue>> pool)
        where TValue : class => new((o, v) => o.Index(pool(o.Tables).Add(v)), i => pool(i.Tables).At(i.Index()));

    /// <summary>Gives how something is written that is always there.</summary>
    public static Codec<TValue> Required<TValue>(Codec<TValue?> optional)
        where TValue : class => new((o, v) => optional.Write(o, v), i => optional.Read(i) ?? throw new CaptureException("something is missing in it"));

    // Without a box for each cell: the enums of the model are bytes.
    private static ulong Number<TEnum>(TEnum value)
        where TEnum : struct, Enum => Unsafe.SizeOf<TEnum>() == 1 ? Unsafe.BitCast<TEnum, byte>(value) : Convert.ToUInt64(value, null);
}
