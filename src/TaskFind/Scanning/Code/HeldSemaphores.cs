using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>
/// Tells, for each await of a method, which <c>SemaphoreSlim</c> it holds there. Rule: in the order of the IL, an earlier await of <c>WaitAsync</c> on a field, and a
/// <c>Release</c> of the same field that comes later. Wrongly yes: a way around that await, or a semaphore of another object in the same field. Wrongly no: a
/// semaphore that is no field of this module, or one that another method releases.
/// </summary>
internal sealed class HeldSemaphores
{
    private const string SemaphoreType = "SemaphoreSlim";
    private const byte ClassType = 0x12;
    private readonly MachineIl _il;
    private readonly MetadataReader _metadata;

    private HeldSemaphores(MachineIl il, MetadataReader metadata) => (_il, _metadata) = (il, metadata);

    /// <summary>Names the field for each site, as <see cref="FieldNames"/> does; null where none is held.</summary>
    public static string?[] Of(MachineIl il, MetadataReader metadata, IReadOnlyList<RawSite> sites) =>
        Hostile.Try(() => new HeldSemaphores(il, metadata).Read(sites), new string?[sites.Count]);

    private string?[] Read(IReadOnlyList<RawSite> sites)
    {
        var releases = Releases();
        var held = new string?[sites.Count];
        var taken = new List<(string Field, int At)>();
        for (var i = 0; i < sites.Count && releases.Count > 0; i++)
        {
            var at = sites[i].Lookup;
            taken.RemoveAll(t => releases.Exists(r => r.Field == t.Field && r.At > t.At && r.At < at));
            held[i] = taken.FindLast(t => releases.Exists(r => r.Field == t.Field && r.At > at)).Field;
            if (sites[i].Awaiter >= 0 && Acquired(sites[i].Awaiter) is { } field)
                taken.Add((field, at));
        }

        return held;
    }

    private List<(string Field, int At)> Releases()
    {
        var releases = new List<(string Field, int At)>();
        for (var i = 0; i < _il.Code.Count; i++)
        {
            if (_il.Tokens.Called(_il.Code[i]) is { Name: "Release", Type: SemaphoreType } && Receiver(i) is { } field)
                releases.Add((field, i));
        }

        return releases;
    }

    private string? Acquired(int awaiter) =>
        AwaitedName.SourceOf(_il, awaiter) is >= 0 and var source && _il.Tokens.Called(_il.Code[source]) is { Name: "WaitAsync", Type: SemaphoreType } ? Receiver(source) : null;

    /// <summary>Finds the field that a call's object was loaded from: the nearest semaphore before it.</summary>
    private string? Receiver(int call)
    {
        for (var i = call - 1; i >= Math.Max(0, call - Limits.Code.LookBack); i--)
        {
            if (_il.Code[i].Op is ILOpCode.Ldfld or ILOpCode.Ldsfld && Semaphore(_il.Code[i].Operand) is { } field)
                return field;
        }

        return null;
    }

    private string? Semaphore(int token)
    {
        var row = token & 0xFF_FFFF;
        if ((token >>> 24) != (int)TableIndex.Field || row == 0 || row > _metadata.GetTableRowCount(TableIndex.Field))
            return null;
        var handle = MetadataTokens.FieldDefinitionHandle(row);
        var signature = _metadata.GetBlobReader(_metadata.GetFieldDefinition(handle).Signature);
        return signature.ReadSignatureHeader().Kind == SignatureKind.Field && signature.ReadByte() == ClassType && signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type
            && _metadata.Text(_metadata.GetTypeReference((TypeReferenceHandle)type).Name) == SemaphoreType
            ? FieldNames.Of(_metadata, handle)
            : null;
    }
}
