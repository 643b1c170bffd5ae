namespace TaskFind.Scanning.Holding;

/// <summary>A static field, where its reference lies, and what that refers to.</summary>
/// <param name="Field">The field.</param>
/// <param name="Type">The method table of the type that declares it.</param>
/// <param name="Name">The field's name in the metadata.</param>
/// <param name="Address">Where the reference lies; 0 while the type has no statics yet.</param>
internal sealed record StaticSlot(HolderField Field, ulong Type, string Name, ulong Address);
