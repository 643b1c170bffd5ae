using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class EntryNameTests
{
    [Theory]
    [InlineData("Shop", "dotnet bin/Shop.dll --port 1")]
    [InlineData("Shop", "/usr/share/dotnet/dotnet exec --fx-version 8.0.1 --depsfile a.json /srv/Shop.dll")]
    [InlineData("Shop", "dotnet --roll-forward Major Shop.DLL")]
    [InlineData("Shop.Api", "/srv/Shop.Api")]
    [InlineData("Shop", "/srv/Shop.exe x.dll")]
    [InlineData("dotnet", "dotnet build Shop.csproj")]
    [InlineData("dotnet", "dotnet")]
    [InlineData("dotnet", "dotnet exec")]
    [InlineData("dotnet", "dotnet --depsfile")]
    [InlineData("", "")]
    public void A_process_is_called_what_its_author_calls_it(string name, string commandLine) =>
        Assert.Equal(name, EntryName.Of(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
