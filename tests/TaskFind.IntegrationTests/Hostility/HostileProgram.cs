using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>The Hostile program in a folder and a file whose names, like all names inside, are what no terminal should see.</summary>
internal sealed class HostileProgram : IDisposable
{
    // The name of a link to dotnet, and with it the name of the process, ends with bytes that are no UTF-8, which only a shell can write here.
    private const string Launch = """
        broken=$(printf '\377\233')
        link="$1$broken"
        dotnet=$2
        shift 2
        [ -e "$link" ] || ln -s "$dotnet" "$link"
        exec "$link" "$@" "$broken"
        """;

    private static readonly string s_link = "\e[2J\u009b\u202e[red]";
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("taskfind-tests-");

    public HostileProgram()
    {
        Folder = Path.Combine(_root.FullName, HostileBytes.Controls + HostileBytes.Uppers + HostileBytes.Marks + "\e[2J[red]");
        Directory.CreateDirectory(Folder);
        var built = new TargetProgram("Hostile", Runtimes.Net10);
        Assembly = Path.Combine(Folder, Name + ".dll");
        Copy(built.Assembly, Assembly);
        Copy(Path.ChangeExtension(built.Assembly, ".pdb"), Path.Combine(Folder, "Hostile.pdb"));
        File.Copy(Path.ChangeExtension(built.Assembly, ".runtimeconfig.json"), Path.Combine(Folder, Name + ".runtimeconfig.json"));
        for (char digit = '1'; digit <= '3'; digit++)
        {
            WriteSource(digit);
        }
    }

    /// <summary>The name of the program.</summary>
    public static string Name { get; } = "H" + HostileBytes.Controls + HostileBytes.Marks;

    /// <summary>The name of its process, as far as it can be decoded.</summary>
    public static string ProcessName { get; } = s_link + "\ufffd\ufffd";

    /// <summary>The folder that holds it.</summary>
    public string Folder { get; }

    /// <summary>Its assembly.</summary>
    public string Assembly { get; }

    /// <summary>Starts it, with hostile arguments.</summary>
    public TargetProcess Start() => Start(Assembly, HostileBytes.Controls, HostileBytes.Uppers, HostileBytes.Marks, "\e[2J" + new string('x', 100_000));

    /// <summary>Starts any program of .NET under a hostile name.</summary>
    public TargetProcess Start(params string[] arguments) =>
        TargetProcess.Start(["/bin/sh", "-c", Launch, "sh", Path.Combine(Folder, s_link), Runtimes.Dotnet(Runtimes.Net10), .. arguments]);

    /// <summary>Starts a program that is none of .NET under a hostile name.</summary>
    public TargetProcess StartOther() =>
        TargetProcess.Start(["/bin/sh", "-c", Launch, "sh", Path.Combine(Folder, "\a\u009b\e\u202e"), "/bin/sh", "-c", "read line"]);

    // By a command, because .NET cannot name a file whose name is no UTF-8.
    public void Dispose() => ToolRun.OfCommand(["/bin/rm", "-rf", _root.FullName]);

    private void Copy(string from, string to)
    {
        byte[] bytes = File.ReadAllBytes(from);
        HostileBytes.WriteOver(bytes, Folder);
        File.WriteAllBytes(to, bytes);
    }

    private void WriteSource(char digit)
    {
        byte[] name = System.Text.Encoding.UTF8.GetBytes($"Source{digit}{new string('_', 80)}.cs");
        HostileBytes.WriteOver(name, Folder);
        string line = (HostileBytes.Controls + HostileBytes.Uppers + HostileBytes.Marks).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        File.WriteAllLines(Path.Combine(Folder, System.Text.Encoding.UTF8.GetString(name)), Enumerable.Repeat(line, 200));
    }
}
