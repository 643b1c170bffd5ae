namespace TaskFind.Captures.Sections;

/// <summary>All strings, one after the other.</summary>
internal sealed class StringSection() : Section(1)
{
    /// <inheritdoc/>
    public override void Write(CaptureOutput output)
    {
        var strings = output.Tables.Strings;
        if (strings.Count == 0)
            return;
        output.Tables.Rows += strings.Count;
        output.Unsigned((ulong)strings.Count);
        for (var i = 0; i < strings.Count; i++)
            output.Text(strings[i]);
    }

    /// <inheritdoc/>
    public override void Read(CaptureInput input)
    {
        for (var count = input.Rows(); count > 0; count--)
            input.Tables.Strings.Append(input.Text());
        if (input.Left > 0)
            throw new CaptureException("its strings are longer than they should be");
    }
}
