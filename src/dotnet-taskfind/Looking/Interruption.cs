using System.Runtime.InteropServices;

namespace TaskFind.Tool.Looking;

/// <summary>Turns SIGINT and SIGTERM into a cancelled token, and into the end of the process when that is not heard.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a cancelled look may take to let go of its target.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly CancellationTokenSource Source = new();
    private static int s_exitCode;

    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _lastResort;

    /// <summary>Begins to listen.</summary>
    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Hear(context, Tool.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Hear(context, Tool.ExitCode.Terminated)),
    ];

    /// <summary>The token that every command's work listens to.</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>The exit code of the signal that came; null when none did.</summary>
    public static int? ExitCode => s_exitCode == 0 ? null : s_exitCode;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _lastResort?.Dispose();
    }

    private void Hear(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref s_exitCode, exitCode, 0) != 0)
        {
            // Whoever asks twice does not want to wait.
            HardExit.Now(exitCode);
        }

        _lastResort = new Timer(_ => HardExit.Now(exitCode), null, Patience, Timeout.InfiniteTimeSpan);
        Source.Cancel();
    }
}
