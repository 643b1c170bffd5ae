using System.Globalization;

namespace TaskFind.Tool.Demo;

/// <summary>The hidden way to start this program as the one that the demo looks at.</summary>
internal static class DemoMode
{
    private const string Word = "--run-the-demo-program";

    /// <summary>Tells whether the command line asks for it.</summary>
    public static bool IsAskedFor(string[] args) => args is [Word, _];

    /// <summary>Runs the program that is looked at.</summary>
    public static int Run(string[] args) => Program.Run(TimeSpan.FromSeconds(int.Parse(args[1], CultureInfo.InvariantCulture)));

    /// <summary>Returns the command that starts it, the way this process was started itself.</summary>
    public static IEnumerable<string> Command(TimeSpan delay)
    {
        var self = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        yield return self;
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
            yield return Path.Combine(AppContext.BaseDirectory, typeof(DemoMode).Assembly.GetName().Name + ".dll");
        yield return Word;
        yield return delay.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
    }
}
