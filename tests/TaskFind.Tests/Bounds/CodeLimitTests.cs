using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Tests.Code;
using Xunit;

namespace TaskFind.Tests.Bounds;

/// <summary>What the limits of reading code leave out is said.</summary>
public sealed class CodeLimitTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("taskfind-limits-").FullName;
    private readonly List<(string What, string Why)> _gaps = [];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Behind_the_points_that_are_read_there_is_no_line()
    {
        const int most = 3;
        using ModuleImage image = ModuleImage.FromFile(CodeShapes.Assembly("CodeShapes"), CodeSources.Default, out _)!;
        using ModuleCode code = CodeShapes.Open("CodeShapes");
        PinnedImage pdb = PinnedImage.TryOpen(ModuleFile.ReadAll(Path.ChangeExtension(CodeShapes.Assembly("CodeShapes"), ".pdb"), out _)!, out _)!;
        MethodDefinitionHandle method = CodeShapes.Machines(code).First(m => m.Method.SimpleName == "Plain").Shape.MoveNext;

        SequenceTable all = SequenceTable.TryRead(pdb.Reader, method, _ => new SourceFile("?", null))!;
        SequenceTable cut = SequenceTable.TryRead(pdb.Reader, method, _ => new SourceFile("?", null), most)!;

        Assert.True(all.Count > most);
        Assert.Equal((most, all[most].Offset, int.MaxValue), (cut.Count, cut.End, all.End));
        Assert.Equal(all.LastVisible(cut.End - 1), cut.LastVisible(cut.End - 1));
        Assert.All(Enumerable.Range(most, all.Count - most), i => Assert.Equal((-1, -1), (cut.At(all[i].Offset), cut.LastVisible(all[i].Offset))));
        IlCode il = code.CodeOf(method).Il!;
        FlowLines flow = FlowLines.Of(code.CodeOf(method).Machine!, cut, code.CodeOf(method).Sites);
        Assert.All(Enumerable.Range(il.IndexWithin(cut.End), il.Count - il.IndexWithin(cut.End)), i => Assert.Equal(-1, flow.At(i).Point));
        GC.KeepAlive(pdb);
    }

    [Fact]
    public void The_name_of_a_type_that_lies_too_deep_begins_with_an_ellipsis()
    {
        var metadata = new MetadataBuilder();
        TypeDefinitionHandle[] types = [.. Enumerable.Range(0, Limits.Code.TypeDepth + 1).Select(i => Type(metadata, $"T{i}"))];
        for (int i = 1; i < types.Length; i++)
        {
            metadata.AddNestedType(types[i], types[i - 1]);
        }

        Read(metadata, reader =>
        {
            Assert.StartsWith("T0.T1.", TypeDisplay.Of(reader, types[^2]).Name, StringComparison.Ordinal);
            Assert.StartsWith("….T1.T2.", TypeDisplay.Of(reader, types[^1]).Name, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_list_of_too_many_type_parameters_ends_in_an_ellipsis()
    {
        var metadata = new MetadataBuilder();
        (TypeDefinitionHandle few, TypeDefinitionHandle many) = (Type(metadata, "Few"), Type(metadata, "Many"));
        for (int i = 0; i < Limits.Code.TypeParameters; i++)
        {
            metadata.AddGenericParameter(few, GenericParameterAttributes.None, metadata.GetOrAddString($"T{i}"), i);
        }

        for (int i = 0; i <= Limits.Code.TypeParameters; i++)
        {
            metadata.AddGenericParameter(many, GenericParameterAttributes.None, metadata.GetOrAddString($"T{i}"), i);
        }

        Read(metadata, reader =>
        {
            Assert.Equal("T63", TypeDisplay.Names(reader, reader.GetTypeDefinition(few).GetGenericParameters())[^1]);
            Assert.Equal(["T63", "…"], TypeDisplay.Names(reader, reader.GetTypeDefinition(many).GetGenericParameters()).TakeLast(2));
        });
    }

    [Fact]
    public void A_signature_that_is_too_long_to_be_read_is_noted()
    {
        Assert.False(Fields(Limits.Code.SignatureBytes).HasTooLong);
        Assert.True(Fields(Limits.Code.SignatureBytes + 1).HasTooLong);
    }

    [Fact]
    public void A_name_that_is_cut_ends_in_an_ellipsis()
    {
        Assert.Equal(new string('x', Limits.Scan.TypeNameLength), TypeNames.Display(new string('x', Limits.Scan.TypeNameLength)));
        Assert.Equal(new string('x', Limits.Scan.TypeNameLength) + "…", TypeNames.Display(new string('x', Limits.Scan.TypeNameLength + 1)));
    }

    [Theory]
    [InlineData(Limits.Code.NameBytes, "/", "")]
    [InlineData(Limits.Code.NameBytes + 1, "/", "…")]
    public void The_name_of_a_file_that_is_cut_ends_in_an_ellipsis(int length, string start, string end)
    {
        var metadata = new MetadataBuilder();
        var name = new BlobBuilder();
        name.WriteByte((byte)'/');
        name.WriteCompressedInteger(0);
        name.WriteCompressedInteger(MetadataTokens.GetHeapOffset(metadata.GetOrAddBlobUTF8(new string('f', length))));
        DocumentHandle document = metadata.AddDocument(metadata.GetOrAddBlob(name), default, default, default);
        byte[] onePoint = [0, 0, 0, 5, 1, 1];
        metadata.AddMethodDebugInformation(document, metadata.GetOrAddBlob(onePoint));
        var blob = new BlobBuilder();
        int[] rows = new int[MetadataTokens.TableCount];
        rows[(int)TableIndex.MethodDef] = 1;
        new PortablePdbBuilder(metadata, [.. rows], default).Serialize(blob);
        byte[] bytes = GC.AllocateArray<byte>(blob.Count, pinned: true);
        blob.ToArray().CopyTo(bytes, 0);
        var pdb = new PdbImage(PinnedImage.TryOpen(bytes, out _)!);

        Assert.Equal(start + new string('f', Limits.Code.NameBytes) + end, pdb.Points(MetadataTokens.MethodDefinitionHandle(1))!.Line(0).File);
    }

    [Fact]
    public void Metadata_that_is_too_large_is_called_so()
    {
        Assert.Null(PinnedImage.TryCopy((_, _) => true, 0, Limits.Code.ImageBytes + 1UL, out string? whyNot));
        Assert.Equal("its metadata is larger than 256 MiB", whyNot);
    }

    [Fact]
    public void Symbol_folders_with_too_many_files_are_a_gap()
    {
        for (int i = 0; i <= Limits.Code.SymbolFiles; i++)
        {
            File.WriteAllText($"{_root}/{i}.pdb", "");
        }

        Search();

        Assert.Equal([("the symbol folders", "only the first 4096 files were opened")], _gaps);
    }

    [Fact]
    public void Symbol_folders_that_are_too_deep_are_a_gap()
    {
        string nine = string.Concat(Enumerable.Repeat("/d", Limits.Code.SymbolDepth));
        Directory.CreateDirectory(_root + nine);
        File.Copy(Path.ChangeExtension(CodeShapes.Assembly("CodeShapes"), ".pdb"), $"{_root}{nine}/CodeShapes.pdb");
        Assert.NotNull(Search());
        Assert.Empty(_gaps);

        Directory.CreateDirectory($"{_root}{nine}/d");
        File.Move($"{_root}{nine}/CodeShapes.pdb", $"{_root}{nine}/d/CodeShapes.pdb");

        Assert.Null(Search());
        Assert.Equal([("the symbol folders", "folders that lie deeper than 8 levels were not searched")], _gaps);
    }

    private string? Search() =>
        new SymbolFolders([_root], (what, why) => _gaps.Add((what, why))).Pdb(PdbIdentity.TryRead(Path.ChangeExtension(CodeShapes.Assembly("CodeShapes"), ".pdb"))!);

    /// <summary>Reads a module with one field, whose signature is so long.</summary>
    private static WaitableFields Fields(int length)
    {
        var metadata = new MetadataBuilder();
        metadata.AddTypeReference(default, metadata.GetOrAddString("System.Threading"), metadata.GetOrAddString("SemaphoreSlim"));
        Type(metadata, "Holder");
        metadata.AddFieldDefinition(FieldAttributes.Private, metadata.GetOrAddString("_slots"), metadata.GetOrAddBlob(Enumerable.Repeat((byte)6, length).ToImmutableArray()));
        WaitableFields? fields = null;
        Read(metadata, reader => fields = WaitableFields.Of(reader));
        return fields!;
    }

    private static TypeDefinitionHandle Type(MetadataBuilder metadata, string name) =>
        metadata.AddTypeDefinition(TypeAttributes.Class, default, metadata.GetOrAddString(name), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

    private static unsafe void Read(MetadataBuilder metadata, Action<MetadataReader> use)
    {
        metadata.AddModule(0, metadata.GetOrAddString("Limits.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        var blob = new BlobBuilder();
        new MetadataRootBuilder(metadata).Serialize(blob, 0, 0);
        byte[] bytes = blob.ToArray();
        fixed (byte* start = bytes)
        {
            use(new MetadataReader(start, bytes.Length));
        }
    }
}
