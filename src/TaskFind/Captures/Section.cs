namespace TaskFind.Captures;

/// <summary>A part of a capture.</summary>
internal abstract class Section(int id)
{
    /// <summary>Gets the number by which it is known in every version.</summary>
    public int Id => id;

    /// <summary>Writes it; nothing at all when there is nothing to say.</summary>
    public abstract void Write(CaptureOutput output);

    /// <summary>Reads it into the tables of the input.</summary>
    public abstract void Read(CaptureInput input);
}
