using System.Globalization;

namespace TaskFind.Model;

/// <summary>The address of an object in the target: it names that object within one look only, since the GC moves objects.</summary>
public readonly record struct ObjectAddress(ulong Value) : IComparable<ObjectAddress>
{
    /// <summary>Gets whether this is the null reference.</summary>
    public bool IsNull => Value == 0;

    /// <inheritdoc/>
    public int CompareTo(ObjectAddress other) => Value.CompareTo(other.Value);

    /// <summary>Writes the address as <c>0x7f3c2a10b8</c>.</summary>
    public override string ToString() => "0x" + Value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Compares two addresses as unsigned numbers.</summary>
    public static bool operator <(ObjectAddress left, ObjectAddress right) => left.Value < right.Value;

    /// <summary>Compares two addresses as unsigned numbers.</summary>
    public static bool operator >(ObjectAddress left, ObjectAddress right) => left.Value > right.Value;

    /// <summary>Compares two addresses as unsigned numbers.</summary>
    public static bool operator <=(ObjectAddress left, ObjectAddress right) => left.Value <= right.Value;

    /// <summary>Compares two addresses as unsigned numbers.</summary>
    public static bool operator >=(ObjectAddress left, ObjectAddress right) => left.Value >= right.Value;
}
