using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Packaging;

/// <summary>Both packages as they were built with the tests, in a feed of their own under a version of their own.</summary>
public sealed class PackageFeed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    /// <summary>Packs what was built.</summary>
    public PackageFeed()
    {
        try
        {
            Pack("src/TaskFind");
            Pack("src/dotnet-taskfind");
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

    private void Pack(string project)
    {
        ToolRun run = ToolRun.OfCommand(
            [Runtimes.Dotnet(Runtimes.Net10), "pack", project, "--no-build", "--configuration", ToolBuild.Configuration, "--output", Folder, $"-p:PackageVersion={Version}", "-nodeReuse:false"],
            ToolBuild.RepositoryRoot);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.ToString());
        }
    }
}
