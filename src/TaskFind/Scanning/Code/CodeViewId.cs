namespace TaskFind.Scanning.Code;

/// <summary>Holds which portable PDB belongs to a module: the path it was built at and its 20-byte id as hex.</summary>
internal sealed record CodeViewId(string Path, string PdbId)
{
    /// <summary>Spells a PDB id the way ids are compared here.</summary>
    public static string Spell(ReadOnlySpan<byte> id) => Convert.ToHexString(id);
}
