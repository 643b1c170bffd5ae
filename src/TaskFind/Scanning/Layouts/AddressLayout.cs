using System.Buffers.Binary;
using System.Net;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>IPAddress</c>: four bytes of its own, or an array of eight numbers.</summary>
internal sealed class AddressLayout : FieldsLayout
{
    private readonly int _address, _numbers;

    private AddressLayout(ClrType type)
        : base(type)
    {
        _address = Value("_addressOrScopeId");
        _numbers = Reference("_numbers");
    }

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Net.IPAddress") ? new AddressLayout(type) : null;

    public IPAddress? Read(ObjectStore store, in ObjectBytes o)
    {
        if (o.Ref(_numbers) is not (not 0 and var numbers))
            return new IPAddress(o.UInt32(_address));
        if (!store.TryGet<AddressNumbersLayout>(numbers, out var array, out _))
            return null;
        var bytes = new byte[AddressNumbersLayout.Count * 2];
        for (var i = 0; i < AddressNumbersLayout.Count; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), AddressNumbersLayout.Number(array, i));
        return new IPAddress(bytes);
    }
}
