namespace TaskFind.IntegrationTests.Harness;

/// <summary>A program under tests/targets, built for one framework.</summary>
internal sealed record TargetProgram(string Name, string Framework)
{
    /// <summary>The folder with the program's output.</summary>
    public string Folder => IsPublished
        ? Path.Combine(OutputFolder, "linux-x64", "publish")
        : SelfContained ? Path.Combine(OutputFolder, "linux-x64") : OutputFolder;

    /// <summary>The program's main assembly.</summary>
    public string Assembly => Path.Combine(Folder, Name + ".dll");

    /// <summary>True when the program brings its own runtime.</summary>
    public bool SelfContained => Directory.Exists(Path.Combine(OutputFolder, "linux-x64"));

    /// <summary>True when the build publishes it: its runtime is part of the executable, or trimmed.</summary>
    public bool IsPublished => Name is "SingleFile" or "SingleFile.Packed" or "Trimmed";

    /// <summary>The command that starts the program, without its arguments.</summary>
    public IReadOnlyList<string> Command => SelfContained
        ? [Path.Combine(Folder, Name)]
        : [Runtimes.Dotnet(Framework), Assembly];

    /// <summary>The variables that the program does not start without.</summary>
    public IReadOnlyDictionary<string, string> Variables => Name == "RuntimeAsync"
        ? new Dictionary<string, string> { ["DOTNET_RuntimeAsync"] = "1" }
        : new Dictionary<string, string>();

    private string OutputFolder => Path.Combine(BuildFacts.TargetsFolder, Name, "bin", BuildFacts.TargetsConfiguration, Framework);
}
