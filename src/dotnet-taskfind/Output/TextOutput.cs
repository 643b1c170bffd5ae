using System.Text;
using Spectre.Console;

namespace TaskFind.Tool.Output;

/// <summary>Lets Spectre lay out text without asking the terminal anything.</summary>
internal sealed class TextOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => false;

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => int.MaxValue;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
    }
}
