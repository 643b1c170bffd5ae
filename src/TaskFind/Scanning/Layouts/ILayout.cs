namespace TaskFind.Scanning.Layouts;

/// <summary>Knows where the fields of one runtime type lie, and turns an object's bytes into a record.</summary>
internal interface ILayout
{
    /// <summary>Gets how many bytes from the start of the object are read by it.</summary>
    int Extent { get; }

    /// <summary>Gets the offsets of the references whose objects are copied too.</summary>
    IReadOnlyList<int> Follow { get; }
}
