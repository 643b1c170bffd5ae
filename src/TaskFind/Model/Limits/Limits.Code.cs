namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds within which metadata, IL and PDBs of a target are believed.</summary>
    public static class Code
    {
        /// <summary>Bytes of the map in a PDB that tells which folders are repositories (SourceLink).</summary>
        /// <remarks>Nothing but what the build itself wrote so is shown as a path within the repository.</remarks>
        public const int SourceLinkBytes = 1 << 20;

        /// <summary>Folders in that map; most have one.</summary>
        /// <remarks>The paths below others are not shown as paths within the repository.</remarks>
        public const int SourceLinkFolders = 256;

        /// <summary>Bytes of the largest metadata or PDB image that is read.</summary>
        /// <remarks>A gap: names in the module, or lines of it.</remarks>
        public const int ImageBytes = 256 << 20;

        /// <summary>Bytes in front of a module's PE header.</summary>
        /// <remarks>A gap: names in the module, or lines of it.</remarks>
        public const int DosBytes = 1 << 20;

        /// <summary>Bytes of a module's optional header.</summary>
        /// <remarks>A gap: names in the module, or lines of it.</remarks>
        public const int OptionalHeaderBytes = 4096;

        /// <summary>Entries of a module's section table, and of its debug directory, that are looked at.</summary>
        /// <remarks>A gap: lines of the module.</remarks>
        public const int PeEntries = 96;

        /// <summary>Bytes read of a PDB to learn its identity.</summary>
        /// <remarks>A gap: lines of the module.</remarks>
        public const int PdbHeadBytes = 1024;

        /// <summary>Bytes of the version that a PDB names.</summary>
        /// <remarks>A gap: lines of the module.</remarks>
        public const int PdbVersionBytes = 256;

        /// <summary>Bytes of the largest IL body that is decoded.</summary>
        /// <remarks>A gap: lines of the module.</remarks>
        public const int IlBytes = 1 << 20;

        /// <summary>Bytes of the largest table of exception clauses of one method.</summary>
        /// <remarks>A gap: lines of the module.</remarks>
        public const int ClauseBytes = 256 << 10;

        /// <summary>Bytes of UTF-8 of the longest name that is shown.</summary>
        /// <remarks>The name ends in an ellipsis.</remarks>
        public const int NameBytes = 1024;

        /// <summary>Bytes of the longest signature that is decoded; decoding recurses, so this bounds the stack too.</summary>
        /// <remarks>The parameters print as an ellipsis; of a field, a gap: the fields that hold what is waited for.</remarks>
        public const int SignatureBytes = 1024;

        /// <summary>Parts of one signature that are decoded.</summary>
        /// <remarks>The parameters print as an ellipsis.</remarks>
        public const int SignatureParts = 512;

        /// <summary>Types nested in each other, or in a signature, that are followed.</summary>
        /// <remarks>The name begins with an ellipsis; the parameters print as one.</remarks>
        public const int TypeDepth = 16;

        /// <summary>Names of type parameters that are read of one type or method.</summary>
        /// <remarks>The list ends in an ellipsis.</remarks>
        public const int TypeParameters = 64;

        /// <summary>Files of the symbol folders that are opened to learn their identity.</summary>
        /// <remarks>A gap: the symbol folders.</remarks>
        public const int SymbolFiles = 4096;

        /// <summary>Levels of subfolders of the symbol folders that are searched.</summary>
        /// <remarks>A gap: the symbol folders.</remarks>
        public const int SymbolDepth = 8;

        /// <summary>Sites of one state machine, awaits and yields, that are kept.</summary>
        /// <remarks>A gap: lines of the module, where a task stands behind them.</remarks>
        public const int Sites = 16_384;

        /// <summary>Points of one method in its PDB that are read; scopes and locals too.</summary>
        /// <remarks>A gap: lines of the module, where a task stands behind them.</remarks>
        public const int SequencePoints = 65_536;

        /// <summary>Instructions that one walk backwards may take to find where an awaiter comes from.</summary>
        /// <remarks>The await is told without what it calls.</remarks>
        public const int LookBack = 60;

        /// <summary>Instructions that the same may take where the call is dynamic.</summary>
        /// <remarks>The await is told without what it calls.</remarks>
        public const int DynamicLookBack = 300;

        /// <summary>Instructions that one walk backwards may take to find the name that a dynamic call was made with.</summary>
        /// <remarks>The await is told without what it calls.</remarks>
        public const int NameLookBack = 120;

        /// <summary>Instructions that one walk forwards may take to find the way out of an await, or the statement behind it.</summary>
        /// <remarks>The await is told at the statement before it.</remarks>
        public const int LookAhead = 240;

        /// <summary>Instructions between the address of a struct and the call that fills it.</summary>
        /// <remarks>The await of a disposal is told at the statement before it.</remarks>
        public const int MadeInPlace = 15;
    }
}
