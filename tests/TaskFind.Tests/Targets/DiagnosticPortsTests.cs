using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class DiagnosticPortsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Sockets_tell_whose_they_are()
    {
        foreach (var name in new[] { "dotnet-diagnostic-4711-144922-socket", "dotnet-diagnostic-4711-9-socket", "dotnet-diagnostic--socket", "dotnet-diagnostic-1-x-socket", "dotnet-diagnostic-2-3-4-socket", "other" })
            File.WriteAllText(Path.Combine(_folder.FullName, name), "");

        Assert.Equal([(4711, 9UL), (4711, 144922UL)], DiagnosticPorts.In(_folder.FullName).Order());
        Assert.Empty(DiagnosticPorts.In(Path.Combine(_folder.FullName, "nowhere")));
    }

    [Fact]
    public void This_process_is_among_them_by_its_own_start()
    {
        if (OperatingSystem.IsLinux())
            Assert.Contains((Environment.ProcessId, ProcText.StartTime(Environment.ProcessId)), DiagnosticPorts.In(Path.GetTempPath()));
    }
}
