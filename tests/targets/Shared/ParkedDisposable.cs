using System.Runtime.CompilerServices;

namespace TargetShared;

/// <summary>Parks the method that disposes it, at the await using in whose line it is made.</summary>
internal sealed class ParkedDisposable(
    string method, int ordinal = 0, int up = 0, int down = 0, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    : IAsyncDisposable
{
    public ValueTask DisposeAsync() =>
        new(Sites.At(Sites.New(1), method, ordinal, up, down, null, "dispose", line, file));
}
