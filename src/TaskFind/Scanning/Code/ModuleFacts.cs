namespace TaskFind.Scanning.Code;

/// <summary>Holds where one module lies in a target, as plain data that outlives the look.</summary>
/// <param name="Address">The runtime's own Module object.</param>
/// <param name="Path">The path, or for a module of a single-file program its name alone.</param>
/// <param name="ImageBase">Where the image lies; 0 for a module that is in no image.</param>
/// <param name="MetadataAddress">Where the metadata lies; 0 where the runtime does not tell.</param>
/// <param name="MetadataLength">The metadata's length, in bytes.</param>
internal readonly record struct ModuleFacts(ulong Address, string Path, ulong ImageBase, ulong MetadataAddress, ulong MetadataLength);
