using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Readme;

/// <summary>A program as <c>dotnet new console</c> makes it, built in a folder of its own, which is deleted on Dispose.</summary>
internal sealed class ConsoleProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    private ConsoleProject(string name) => Name = name;

    /// <summary>The program's name.</summary>
    public string Name { get; }

    /// <summary>The executable.</summary>
    public string Executable => Path.Combine(_folder.FullName, "bin/Debug/net10.0", Name);

    /// <summary>Writes and builds a program; package sources and references are for one that uses a package.</summary>
    public static ConsoleProject Build(string name, string source, string references = "", string nugetConfig = "<configuration />")
    {
        var project = new ConsoleProject(name);
        try
        {
            project.Write($"{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>{references}</ItemGroup>
                </Project>
                """);
            project.Write("Program.cs", source);
            project.Write("nuget.config", nugetConfig);
            project.Dotnet("build", "-nodeReuse:false");
            return project;
        }
        catch
        {
            project.Dispose();
            throw;
        }
    }

    /// <summary>The variables that let the executable find the runtime, and that keep its packages in its own folder.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["DOTNET_ROOT"] = Path.GetDirectoryName(Runtimes.Dotnet(Runtimes.Net10))!,
        ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages"),
    };

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private void Dotnet(params string[] arguments)
    {
        ToolRun run = ToolRun.OfCommand([Runtimes.Dotnet(Runtimes.Net10), .. arguments], _folder.FullName, Variables.ToDictionary(v => v.Key, string? (v) => v.Value));
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.ToString());
        }
    }
}
