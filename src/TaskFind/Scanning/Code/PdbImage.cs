using System.Reflection.Metadata;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds one portable PDB that belongs to its module for certain.</summary>
internal sealed class PdbImage(PinnedImage image)
{
    private readonly Dictionary<DocumentHandle, SourceFile> _files = [];
    private SourceLinkMap? _map;

    /// <summary>The PDB's metadata; this object must be kept alive while it is used.</summary>
    public MetadataReader Reader => image.Reader;

    /// <summary>Answers the id of a PDB, or null where it has none.</summary>
    public static string? IdOf(MetadataReader reader) =>
        reader.DebugMetadataHeader is { Id: { Length: 20 } id } ? CodeViewId.Spell(id.AsSpan()) : null;

    /// <summary>Reads the sequence points of a method, or answers null.</summary>
    public SequenceTable? Points(MethodDefinitionHandle method) => SequenceTable.TryRead(Reader, method, File);

    /// <summary>Answers the method a state machine's MoveNext was made from, or nil.</summary>
    public MethodDefinitionHandle Kickoff(MethodDefinitionHandle moveNext) => Hostile.Try(
        () => Reader.GetMethodDebugInformation(moveNext.ToDebugInformationHandle()).GetStateMachineKickoffMethod(), default);

    /// <summary>Answers the name of the local in a slot where an offset lies in its scope, or null.</summary>
    public string? Local(MethodDefinitionHandle method, int slot, int offset) => Hostile.Try(
        () =>
        {
            string? name = null;
            var budget = Limits.Code.SequencePoints;
            foreach (var handle in Reader.GetLocalScopes(method))
            {
                var scope = Reader.GetLocalScope(handle);
                if (--budget < 0 || offset < scope.StartOffset || offset >= scope.EndOffset)
                {
                    continue;
                }

                // Scopes come from the outside in: the last one that fits is the innermost.
                foreach (var variable in scope.GetLocalVariables().Select(Reader.GetLocalVariable).TakeWhile(_ => --budget >= 0))
                {
                    name = variable.Index == slot ? Reader.Text(variable.Name) : name;
                }
            }

            return name;
        },
        null);

    private SourceFile File(DocumentHandle document)
    {
        if (!_files.TryGetValue(document, out var file))
        {
            var path = Hostile.Try(() => Name(document), "?");
            _map ??= SourceLinkMap.Of(Reader);
            _files[document] = file = new SourceFile(path, _map.RepoPath(path));
        }

        return file;
    }

    // A document's name is a list of parts, each a blob of its own that may be named many times over: its length is bounded here.
    private string Name(DocumentHandle document)
    {
        var list = Reader.GetBlobReader(Reader.GetDocument(document).Name);
        var separator = list.ReadByte();
        var name = new StringBuilder();
        for (var first = true; list.RemainingBytes > 0 && name.Length <= Limits.Code.NameBytes; first = false)
        {
            var part = Reader.GetBlobReader(list.ReadBlobHandle());
            if (!first && separator != 0)
            {
                name.Append((char)separator);
            }

            name.Append(part.ReadUTF8(Math.Min(part.Length, Limits.Code.NameBytes)));
            if (part.RemainingBytes > 0)
            {
                name.Append('…');
            }
        }

        if (list.RemainingBytes > 0)
        {
            name.Append('…');
        }

        return name.Length == 0 ? "?" : name.ToString();
    }
}
