using System.Runtime.InteropServices;

namespace TaskFind.Tool.Output;

/// <summary>What stdout and stderr are: a person's terminal or a pipe.</summary>
internal static partial class Terminal
{
    private const int UsualWidth = 80;
    private const int OutputStream = 1;
    private const int ErrorStream = 2;
    private const nuint GetWindowSize = 0x5413; // TIOCGWINSZ

    /// <summary>Whether stdout is a terminal.</summary>
    public static bool IsOutput { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether stderr is a terminal.</summary>
    public static bool IsError { get; } = !Console.IsErrorRedirected;

    /// <summary>Writes to stderr.</summary>
    public static TextWriter Error { get; } = TextWriter.Synchronized(new StreamWriter(StandardStream.Error()) { AutoFlush = true });

    /// <summary>Whether the environment allows colour on a terminal.</summary>
    public static bool AllowsColour { get; } =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsDumb;

    /// <summary>Whether a terminal knows no escape sequences.</summary>
    public static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";

    /// <summary>How many columns the terminal behind stdout has.</summary>
    public static int Width => WidthOf(OutputStream);

    /// <summary>How many columns the terminal behind stderr has.</summary>
    public static int ErrorWidth => WidthOf(ErrorStream);

    private static int WidthOf(int stream)
    {
        if (!OperatingSystem.IsLinux())
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        Span<ushort> size = stackalloc ushort[4];
        return IoControl(stream, GetWindowSize, size) == 0 && size[1] > 0 ? size[1] : UsualWidth;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoControl(int stream, nuint request, Span<ushort> size);
}
