using System.Globalization;

namespace TaskFind.Bench.Compare;

/// <summary>Asks the target's heartbeat, over its stdin and stdout, how long it stood still.</summary>
internal sealed class GapReader(string input, string output) : IDisposable
{
    private readonly StreamWriter _questions = new(new FileStream(input, FileMode.Open, FileAccess.Write)) { AutoFlush = true };
    private readonly StreamReader _answers = new(new FileStream(output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1));
    private int _asked;

    public double Of(Action work)
    {
        Ask("watch");
        work();
        return double.Parse(Ask("gap"), CultureInfo.InvariantCulture);
    }

    private string Ask(string what)
    {
        var question = string.Create(CultureInfo.InvariantCulture, $"{what} {Environment.ProcessId}.{++_asked} ");
        _questions.WriteLine(question);

        // createdump prints its log on the target's stdout, whatever it was asked, and an answer may be left from another run.
        while (_answers.ReadLine() is { } line)
        {
            if (line.StartsWith(question, StringComparison.Ordinal))
                return line[question.Length..];
        }

        throw new InvalidOperationException("the target has ended");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _questions.Dispose();
        _answers.Dispose();
    }
}
