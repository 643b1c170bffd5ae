using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Packaging;

/// <summary>The packages of library and tool, in a feed of their own under a version of their own.</summary>
public sealed class PackageFeed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    /// <summary>Packs what was built.</summary>
    public PackageFeed()
    {
        try
        {
            Pack("src/TaskFind", Folder, "--no-build", "--configuration", ToolBuild.Configuration);
            // A package for each kind of machine is compiled for it, which the tests did not do.
            PackTool(Folder);
            File.WriteAllText(ConfigFile, $"<configuration><packageSources><clear /><add key='feed' value='{Folder}' /></packageSources></configuration>");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The version, which no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_folder.FullName, "feed");

    /// <summary>A folder for whatever is made from them.</summary>
    public string Scratch => _folder.FullName;

    /// <summary>A NuGet configuration that knows this feed alone.</summary>
    public string ConfigFile => Path.Combine(_folder.FullName, "nuget.config");

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Packs the tool into a folder, with whatever properties are to be other than they are.</summary>
    internal void PackTool(string folder, params string[] properties) =>
        Pack("src/dotnet-taskfind", folder, ["--no-restore", "--configuration", "Release", .. properties]);

    private void Pack(string project, string folder, params string[] options)
    {
        ToolRun run = ToolRun.OfCommand(
            [Runtimes.Dotnet(Runtimes.Net10), "pack", project, .. options, "--output", folder, $"-p:PackageVersion={Version}", "-nodeReuse:false"],
            ToolBuild.RepositoryRoot);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.ToString());
        }
    }
}
