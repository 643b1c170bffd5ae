using System.Diagnostics;
using System.Globalization;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>A core dump in a folder of its own, which is deleted on Dispose.</summary>
internal sealed class TargetDump : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-dump-");

    private TargetDump(string runtimeFolder) => Dac = Path.Combine(runtimeFolder, "libmscordaccore.so");

    /// <summary>The dump file.</summary>
    public string FilePath => Path.Combine(_folder.FullName, "core");

    /// <summary>The debugging library of the target's own runtime.</summary>
    public string Dac { get; }

    /// <summary>Writes a dump with the createdump of the target's own runtime, or of one in a folder; the target goes on afterwards.</summary>
    public static TargetDump Take(TargetProcess target, DumpKind kind = DumpKind.Full, string? runtimeFolder = null)
    {
        string folder = runtimeFolder ?? Path.GetDirectoryName(ProcFiles.MappedFile(target.Pid, "libcoreclr.so")
            ?? throw new InvalidOperationException($"process {target.Pid} has no libcoreclr.so"))!;
        var dump = new TargetDump(folder);
        try
        {
            dump.Write(Path.Combine(folder, "createdump"), target.Pid, kind);
            return dump;
        }
        catch
        {
            dump.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }

        _folder.Refresh();
    }

    private void Write(string createdump, int pid, DumpKind kind)
    {
        var start = new ProcessStartInfo(createdump, [Option(kind), "--name", FilePath, pid.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        // A createdump that crashes leaves no file, and one that gives up can leave an empty one.
        if (process.ExitCode != 0 || !File.Exists(FilePath) || new FileInfo(FilePath).Length == 0)
        {
            throw new InvalidOperationException($"createdump ended with {process.ExitCode}: {output}{errors.Result}");
        }
    }

    private static string Option(DumpKind kind) => kind switch
    {
        DumpKind.Full => "--full",
        DumpKind.WithHeap => "--withheap",
        DumpKind.Normal => "--normal",
        _ => "--triage",
    };
}
