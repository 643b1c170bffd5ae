namespace TaskFind.Tool.Output;

/// <summary>What stdout and stderr are: a person's terminal or a pipe.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;

    /// <summary>Whether stdout is a terminal.</summary>
    public static bool IsOutput { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether stderr is a terminal.</summary>
    public static bool IsError { get; } = !Console.IsErrorRedirected;

    /// <summary>Whether the environment allows colour on a terminal.</summary>
    public static bool AllowsColour { get; } =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>How many columns there are.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
            }
            catch (IOException)
            {
                return UsualWidth;
            }
        }
    }
}
