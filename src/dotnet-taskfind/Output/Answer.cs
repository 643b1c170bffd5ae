using System.Text;
using TaskFind.Model;
using TaskFind.Tool.Looking;

namespace TaskFind.Tool.Output;

/// <summary>Where the answer goes: stdout, or a private file that appears only when it is whole.</summary>
internal sealed class Answer : IDisposable
{
    private readonly string? _file;
    private readonly string? _temporary;
    private readonly Stream _stream;
    private readonly StreamWriter _writer;

    private Answer(Stream stream, string? file, string? temporary)
    {
        (_stream, _file, _temporary) = (stream, file, temporary);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <summary>How many columns the reader has; null when the answer goes to a file or a pipe.</summary>
    public int? Width => _file is null && Terminal.IsOutput ? Terminal.Width : null;

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

    /// <summary>Writes a line, whatever is in it: nothing that a terminal would act on leaves here.</summary>
    public void WriteLine(string line = "") => _writer.WriteLine(Printable.Line(line));

    /// <summary>Writes lines.</summary>
    public void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            WriteLine(line);
    }

    /// <summary>Starts a process whose stdout is the file of the answer: what it writes need not come through this one.</summary>
    public T AsOutputOf<T>(Func<T> start) => StandardStream.Lend(((FileStream)_stream).SafeFileHandle, start);

    /// <summary>Writes the lines of a table, of which the first holds the heads of its columns.</summary>
    public void WriteTable(IEnumerable<string> lines)
    {
        var isHead = Width is not null && Terminal.AllowsColour;
        foreach (var line in lines)
        {
            if (isHead)
                _writer.WriteLine($"\e[1m{Printable.Line(line)}\e[0m");
            else
                WriteLine(line);
            isHead = false;
        }
    }

    /// <summary>Writes a line whose first word, one of ours, is coloured on a terminal.</summary>
    /// <param name="word">The word.</param>
    /// <param name="colour">The number of an ANSI colour.</param>
    /// <param name="rest">What follows it.</param>
    public void WriteMarked(string word, int colour, string rest)
    {
        if (Width is not null && Terminal.AllowsColour)
            _writer.WriteLine($"\e[{colour}m{word}\e[0m{Printable.Line(rest)}");
        else
            WriteLine(word + rest);
    }

    /// <summary>Lets the reader have what was written so far.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Writes a document in bytes, and ends its line.</summary>
    public void WriteJson(Action<Stream> write)
    {
        write(_stream);
        _writer.WriteLine();
    }

    /// <summary>Writes bytes that are no text, and gives how many.</summary>
    public long WriteBytes(Action<Stream> write)
    {
        var whole = new MemoryStream();
        write(whole);
        whole.WriteTo(_stream);
        return whole.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
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
        _writer.Dispose();
        if (_file is not null && _temporary is not null)
            File.Move(_temporary, _file, overwrite: true);
    }
}
