using System.Diagnostics;
using TaskFind.Model;

namespace TaskFind.Tool.Output;

/// <summary>One line on a terminal's stderr that says what a long look is doing, and that is gone afterwards.</summary>
internal sealed class ProgressLine : IProgress<string>, IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Timer? _timer;
    private volatile string _text = "looking";
    private long _lastWord = Stopwatch.GetTimestamp();
    private bool _shown;
    private bool _over;

    /// <summary>Begins; nothing is shown of work that is done within a second, nor when stderr is not a terminal.</summary>
    public ProgressLine()
    {
        if (Terminal.IsError && !Terminal.IsDumb)
            _timer = new Timer(_ => Show(), null, Before, Between);
    }

    /// <summary>Remembers what is being done.</summary>
    // Only the timer's thread writes: a terminal that was stopped with Ctrl-S must not hold up a look that holds up a process.
    public void Report(string value)
    {
        _text = value;
        Volatile.Write(ref _lastWord, Stopwatch.GetTimestamp());
    }

    /// <summary>How long ago the last word was said.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastWord));

    /// <summary>Erases the line.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _over = true;
            if (_shown)
                Terminal.Error.Write("\r\e[K");
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_over)
                return;
            var text = Printable.Line(_text);
            var most = Math.Max(1, Terminal.ErrorWidth - 1);
            Terminal.Error.Write("\r\e[K" + (text.Length > most ? text[..most] : text));
            _shown = true;
        }
    }
}
