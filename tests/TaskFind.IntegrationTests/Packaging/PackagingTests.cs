using System.IO.Compression;
using System.Security;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Readme;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Packaging;

/// <summary>What is packed works where it is installed, and is what it should be.</summary>
public sealed class PackagingTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private static readonly Dictionary<string, string?> s_root = new() { ["DOTNET_ROOT"] = Path.GetDirectoryName(Runtimes.Dotnet(Runtimes.Net10)) };

    [Fact]
    public void The_installed_tool_finds_a_task_and_shows_its_demo()
    {
        string folder = Path.Combine(feed.Scratch, "tool");
        ToolRun install = ToolRun.OfCommand(
            [Runtimes.Dotnet(Runtimes.Net10), "tool", "install", "dotnet-taskfind", "--version", feed.Version, "--tool-path", folder, "--configfile", feed.ConfigFile]);
        Assert.True(install.ExitCode == 0, install.ToString());
        string tool = Path.Combine(folder, "dotnet-taskfind");
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");

        ToolRun find = ToolRun.OfCommand([tool, "find", "TaskCoro", $"{hello.Pid}"], environment: s_root);
        ToolRun demo = ToolRun.OfCommand([tool, "demo"], environment: s_root);

        Assert.True(find.ExitCode == 0, find.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", find.Output, StringComparison.Ordinal);
        Assert.True(demo.ExitCode == 0, demo.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_uses_the_library_from_its_package()
    {
        // Packages are unpacked into the program's own folder; those of others are taken from where the build of the tests has them.
        string known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        using ConsoleProject looker = ConsoleProject.Build(
            "looker",
            ReadmeFile.LibraryProgram,
            $"<PackageReference Include='TaskFind' Version='{feed.Version}' />",
            $"""
            <configuration>
              <fallbackPackageFolders><clear /><add key="known" value="{SecurityElement.Escape(known)}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="feed" value="{SecurityElement.Escape(feed.Folder)}" /><add key="nuget.org" value="https://api.nuget.org/v3/index.json" /></packageSources>
              <packageSourceMapping><clear /><packageSource key="feed"><package pattern="TaskFind" /></packageSource><packageSource key="nuget.org"><package pattern="*" /></packageSource></packageSourceMapping>
            </configuration>
            """);
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");

        ToolRun run = ToolRun.OfCommand([looker.Executable, $"{hello.Pid}"], environment: s_root);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(@"^Program\.TaskCoro is Pending at Program\.cs:\d+\n$", run.Output);
    }

    [Fact]
    public void The_tools_packages_have_what_is_used_and_not_what_is_not()
    {
        string[] pointer = Files("dotnet-taskfind");
        string[] anywhere = Files("dotnet-taskfind.any");
        string[] linux = Files("dotnet-taskfind.linux-x64");

        Assert.Contains("README.md", pointer);
        Assert.Contains("tools/net10.0/any/Azure.Core.dll", anywhere);
        Assert.Contains("tools/net10.0/any/dotnet-taskfind.dll", anywhere);
        Assert.Contains("tools/net10.0/linux-x64/dotnet-taskfind", linux);
        Assert.Contains(Files("dotnet-taskfind.win-x64"), f => f.EndsWith("/dotnet-taskfind.exe", StringComparison.Ordinal));
        Assert.DoesNotContain(anywhere.Concat(linux), f => f.Contains("Azure.Identity", StringComparison.Ordinal) || f.Contains("Microsoft.Identity", StringComparison.Ordinal));
    }

    [Fact]
    public void The_librarys_package_depends_on_clrmd_alone()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"TaskFind.{feed.Version}.nupkg"));
        using var reader = new StreamReader(package.GetEntry("TaskFind.nuspec")!.Open());
        string[] dependencies = [.. reader.ReadToEnd().Split('\n').Where(l => l.Contains("<dependency ", StringComparison.Ordinal)).Select(l => l.Split('"')[1])];

        Assert.Equal(["Microsoft.Diagnostics.NETCore.Client", "Microsoft.Diagnostics.Runtime"], dependencies);
    }

    [Theory]
    [InlineData("exec")]
    [InlineData("dnx")]
    public void It_runs_without_being_installed(string how)
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");
        string dotnet = Runtimes.Dotnet(Runtimes.Net10);
        string[] command = how == "dnx" ? [Path.Combine(Path.GetDirectoryName(dotnet)!, "dnx")] : [dotnet, "tool", "exec"];

        ToolRun run = ToolRun.OfCommand(
            [.. command, "--yes", "--configfile", feed.ConfigFile, $"dotnet-taskfind@{feed.Version}", "--", "find", "TaskCoro", $"{hello.Pid}"],
            environment: new Dictionary<string, string?>(s_root) { ["NUGET_PACKAGES"] = Path.Combine(feed.Scratch, "packages") });

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_package_was_compiled_for_it_the_one_for_anywhere_runs()
    {
        string narrow = Path.Combine(feed.Scratch, "narrow");
        feed.PackTool(narrow, "-p:RuntimeIdentifiers=any");
        string folder = Path.Combine(feed.Scratch, "tool-of-any");
        ToolRun install = ToolRun.OfCommand(
            [Runtimes.Dotnet(Runtimes.Net10), "tool", "install", "dotnet-taskfind", "--version", feed.Version, "--tool-path", folder, "--source", narrow]);
        Assert.True(install.ExitCode == 0, install.ToString());

        ToolRun demo = ToolRun.OfCommand([Path.Combine(folder, "dotnet-taskfind"), "demo"], environment: s_root);

        Assert.True(demo.ExitCode == 0, demo.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", demo.Output, StringComparison.Ordinal);
    }

    private string[] Files(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{package}.{feed.Version}.nupkg"));
        return [.. archive.Entries.Select(e => e.FullName)];
    }
}
