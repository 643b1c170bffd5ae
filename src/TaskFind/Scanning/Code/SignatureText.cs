using System.Globalization;
using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Spells the types of one signature in C# words, without namespaces.</summary>
/// <remarks>
/// The framework's decoder allocates as many items as a signature claims and recurses as deep as it likes; this one has a budget,
/// beyond which a signature counts as broken.
/// </remarks>
internal sealed class SignatureText(MetadataReader metadata, TypeParameters names)
{
    private int _parts;
    private int _depth;

    /// <summary>Spells the type a handle stands for.</summary>
    public static string Of(MetadataReader metadata, EntityHandle type, TypeParameters names) =>
        Hostile.Try(() => new SignatureText(metadata, names).Handle(type), "?");

    /// <summary>Spells the parameters of a method's signature.</summary>
    public IReadOnlyList<string> Parameters(BlobHandle signature)
    {
        var blob = Open(signature);
        return MethodTypes(ref blob).Parameters;
    }

    /// <summary>Spells the type arguments of a call of a generic method.</summary>
    public IReadOnlyList<string> Arguments(BlobHandle methodSpecification)
    {
        var blob = Open(methodSpecification);
        blob.ReadByte();
        return Types(ref blob, blob.ReadCompressedInteger());
    }

    /// <summary>Cuts the arity off a type's name, and what a compiler put before the name of a file-local type.</summary>
    public static string Plain(string name, out int arity)
    {
        var tick = name.LastIndexOf('`');
        arity = 0;
        if (tick > 0 && int.TryParse(name.AsSpan(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture, out arity) && arity <= Limits.Code.TypeParameters)
        {
            name = name[..tick];
        }

        var made = CompilerName.Parse(name);
        return made.IsMade ? name : made.Own;
    }

    private BlobReader Open(BlobHandle signature)
    {
        var blob = metadata.GetBlobReader(signature);
        return blob.Length <= Limits.Code.SignatureBytes ? blob : throw new BadImageFormatException();
    }

    private (string Return, IReadOnlyList<string> Parameters) MethodTypes(ref BlobReader blob)
    {
        var header = blob.ReadSignatureHeader();
        if (header.IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        var count = blob.ReadCompressedInteger();
        return (Type(ref blob), Types(ref blob, count));
    }

    private List<string> Types(ref BlobReader blob, int count)
    {
        var types = new List<string>();
        while (types.Count < count)
        {
            types.Add(Type(ref blob));
        }

        return types;
    }

    private string Type(ref BlobReader blob)
    {
        if (++_parts > Limits.Code.SignatureParts || ++_depth > Limits.Code.TypeDepth)
        {
            throw new BadImageFormatException();
        }

        var code = (SignatureTypeCode)blob.ReadByte();
        var text = code switch
        {
            (SignatureTypeCode)0x11 or (SignatureTypeCode)0x12 => Handle(blob.ReadTypeHandle()),
            SignatureTypeCode.SZArray => Type(ref blob) + "[]",
            SignatureTypeCode.Pointer => Type(ref blob) + "*",
            SignatureTypeCode.ByReference => "ref " + Type(ref blob),
            SignatureTypeCode.Sentinel or SignatureTypeCode.Pinned => Type(ref blob),
            SignatureTypeCode.Array => Array(ref blob),
            SignatureTypeCode.GenericTypeInstance => Instance(ref blob),
            SignatureTypeCode.GenericTypeParameter => Parameter(names.OfType, blob.ReadCompressedInteger(), "!"),
            SignatureTypeCode.GenericMethodParameter => Parameter(names.OfMethod, blob.ReadCompressedInteger(), "!!"),
            SignatureTypeCode.FunctionPointer => FunctionPointer(ref blob),
            SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier => Modified(ref blob),
            _ => Keyword(code),
        };
        _depth--;
        return text.Length <= Limits.Code.NameBytes * 2 ? text : throw new BadImageFormatException();
    }

    private string Handle(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return Plain(metadata.Text(definition.Namespace), metadata.Text(definition.Name));
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
                return Plain(metadata.Text(reference.Namespace), metadata.Text(reference.Name));
            case HandleKind.TypeSpecification:
                var blob = Open(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return Type(ref blob);
            default:
                return "?";
        }
    }

    private string Array(ref BlobReader blob)
    {
        var element = Type(ref blob);
        var rank = blob.ReadCompressedInteger();
        for (var list = 0; list < 2; list++)
        {
            for (var left = blob.ReadCompressedInteger(); left > 0; left--)
            {
                blob.ReadCompressedInteger();
            }
        }

        return $"{element}[{new string(',', Math.Clamp(rank - 1, 0, 31))}]";
    }

    private string Instance(ref BlobReader blob)
    {
        blob.ReadByte();
        var type = Handle(blob.ReadTypeHandle());
        var arguments = Types(ref blob, blob.ReadCompressedInteger());
        return type switch
        {
            "Nullable" when arguments.Count == 1 => arguments[0] + "?",
            "ValueTuple" when arguments.Count > 1 => $"({string.Join(", ", arguments)})",
            _ => $"{type}<{string.Join(", ", arguments)}>",
        };
    }

    private string FunctionPointer(ref BlobReader blob)
    {
        var (returned, parameters) = MethodTypes(ref blob);
        return $"delegate*<{string.Join(", ", [.. parameters, returned])}>";
    }

    private string Modified(ref BlobReader blob)
    {
        blob.ReadTypeHandle();
        return Type(ref blob);
    }

    private static string Parameter(IReadOnlyList<string> known, int index, string otherwise) =>
        index < known.Count ? known[index] : otherwise + index.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string space, string name) => (space, name) switch
    {
        ("System", "Decimal") => "decimal",
        _ => Plain(name, out _),
    };

    private static string Keyword(SignatureTypeCode code) => code switch
    {
        SignatureTypeCode.Boolean => "bool",
        SignatureTypeCode.Byte => "byte",
        SignatureTypeCode.SByte => "sbyte",
        SignatureTypeCode.Char => "char",
        SignatureTypeCode.Int16 => "short",
        SignatureTypeCode.UInt16 => "ushort",
        SignatureTypeCode.Int32 => "int",
        SignatureTypeCode.UInt32 => "uint",
        SignatureTypeCode.Int64 => "long",
        SignatureTypeCode.UInt64 => "ulong",
        SignatureTypeCode.Single => "float",
        SignatureTypeCode.Double => "double",
        SignatureTypeCode.IntPtr => "nint",
        SignatureTypeCode.UIntPtr => "nuint",
        SignatureTypeCode.Object => "object",
        SignatureTypeCode.String => "string",
        SignatureTypeCode.Void => "void",
        SignatureTypeCode.TypedReference => "TypedReference",
        _ => throw new BadImageFormatException(),
    };
}
