using System.Text;
using TaskFind.Tool.Looking;

namespace TaskFind.Tool.Output;

/// <summary>Where the answer goes: stdout, or a private file that appears only when it is whole.</summary>
internal sealed class Answer : IDisposable
{
    private readonly string? _file;
    private readonly string? _temporary;
    private readonly Stream _stream;

    private Answer(Stream stream, string? file, string? temporary)
    {
        (_stream, _file, _temporary) = (stream, file, temporary);
        Writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <summary>Writes text of the answer.</summary>
    public StreamWriter Writer { get; }

    /// <summary>How many columns the reader has; null when the answer goes to a file or a pipe.</summary>
    public int? Width => _file is null && Terminal.IsOutput ? Terminal.Width : null;

    /// <summary>Whether the answer may be coloured.</summary>
    public bool Colour => Width is not null && Terminal.AllowsColour;

    /// <summary>Writes an answer to a file, or to stdout when there is none.</summary>
    public static void Write(string? file, Action<Answer> write)
    {
        try
        {
            using var answer = Open(file);
            write(answer);
            answer.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The answer could not be written to {(file is null ? "stdout" : $"'{file}'")}: {e.Message}", "Name another file after -o.");
        }
    }

    /// <summary>Writes lines of text.</summary>
    public void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Writer.WriteLine(line);
    }

    /// <summary>Takes an answer from somewhere else, to its end.</summary>
    public Task CopyFromAsync(Stream from) => from.CopyToAsync(_stream);

    /// <summary>Writes a document in bytes, and ends its line.</summary>
    public void WriteJson(Action<Stream> write)
    {
        write(_stream);
        Writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        if (_temporary is not null)
            File.Delete(_temporary);
    }

    private static Answer Open(string? file)
    {
        if (file is null || Isolation.AnswersToParent)
            return new Answer(StandardStream.Output(), file, null);

        var full = Path.GetFullPath(file);
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        // What tasks wait for and fail with may be confidential: nobody but the owner reads it.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new Answer(new FileStream(temporary, options), full, temporary);
    }

    private void Finish()
    {
        Writer.Dispose();
        if (_file is not null && _temporary is not null)
            File.Move(_temporary, _file, overwrite: true);
    }
}
