namespace TaskFind.Scanning.Code;

/// <summary>Holds the bounds within which metadata, IL and PDBs of a target are believed.</summary>
internal static class CodeLimits
{
    /// <summary>The largest metadata or PDB image that is read, in bytes.</summary>
    public const int ImageBytes = 256 << 20;

    /// <summary>The largest IL body that is decoded, in bytes.</summary>
    public const int IlBytes = 1 << 20;

    /// <summary>The largest table of exception clauses of one method, in bytes.</summary>
    public const int ClauseBytes = 256 << 10;

    /// <summary>The longest name that is shown, in UTF-8 bytes.</summary>
    public const int NameBytes = 1024;

    /// <summary>The longest signature blob that is decoded, in bytes; decoding recurses, so this bounds the stack too.</summary>
    public const int SignatureBytes = 1024;

    /// <summary>The deepest nesting of types (one declared in another, or a TypeSpec in a TypeSpec) that is followed.</summary>
    public const int TypeDepth = 16;

    /// <summary>The number of parts of one signature after which the rest prints as an ellipsis.</summary>
    public const int SignatureParts = 512;

    /// <summary>The number of PE sections, and of debug directory entries, that are looked at.</summary>
    public const int PeEntries = 96;

    /// <summary>The number of files of the symbol folders that are opened to learn their identity.</summary>
    public const int SymbolFiles = 4096;

    /// <summary>The depth of the symbol folders' subfolders that are searched.</summary>
    public const int SymbolDepth = 8;

    /// <summary>The number of instructions one walk backwards may take to find where an awaiter comes from.</summary>
    public const int LookBack = 60;

    /// <summary>The number of await sites of one state machine that are kept.</summary>
    public const int Sites = 16384;

    /// <summary>The number of sequence points of one method that are read.</summary>
    public const int SequencePoints = 65536;
}
