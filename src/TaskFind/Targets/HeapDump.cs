using System.Diagnostics;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Win32.SafeHandles;
using TaskFind.Targets.Access;

namespace TaskFind.Targets;

/// <summary>Lets a process's own runtime write a dump of the heap, through its diagnostics port, into a file that only we can read and that has no name any more.</summary>
/// <param name="File">The dump.</param>
/// <param name="Took">How long it took: the process stood still for most of it.</param>
internal sealed record HeapDump(PrivateFile File, TimeSpan Took)
{
    private const string FileName = "core";
    private const string Folder = "taskfind-";

    /// <summary>Takes the dump, or throws a <see cref="TargetException"/> that says what is in the way.</summary>
    public static HeapDump Take(int pid, CancellationToken ct)
    {
        if (ProcessStatus.Of(pid) is not { IsDead: false } status || status.ProcessId != pid)
        {
            throw Trouble.NoSuchProcess(pid);
        }

        if (OperatingSystem.IsLinux() && DiagnosticPort.Of(pid) is { WhyNot: { } why })
        {
            throw Trouble.NoPort(pid, why);
        }

        DumpType type = TypeFor(pid);
        ProcessRoot root = ProcessRoot.Of(pid);
        bool isInside = root.IsElsewhere && FileStatus.OfLink(root.Root + "/tmp") is { IsFolder: true };
        string outer = (isInside ? root.Root : "") + (isInside ? "/tmp/" : Path.GetTempPath());
        DirectoryInfo folder = MakeFolder(pid, outer, status);
        try
        {
            string name = Path.Combine(folder.FullName, FileName);
            var clock = Stopwatch.StartNew();
            Write(pid, type, isInside ? name[root.Root.Length..] : name, ct);
            return new HeapDump(Open(pid, name), clock.Elapsed);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Write(int pid, DumpType type, string path, CancellationToken ct)
    {
        try
        {
            // The library waits for the answer of a process that may itself stand still: time and Ctrl-C must end it.
            new DiagnosticsClient(pid).WriteDumpAsync(type, path, WriteDumpFlags.None, ct).WaitAsync(ct).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw ProcessStatus.Of(pid) is { IsDead: false } ? Trouble.NoHeapDump(pid, e) : Trouble.TargetGone(pid);
        }
    }

    /// <summary>Chooses what the runtime can write: of a single-file program only all of it.</summary>
    private static DumpType TypeFor(int pid)
    {
        if (MemoryMap.Of(pid) is not { Files.Count: > 0, Runtime: null } || MemoryMap.PathIn(ProcText.Link($"/proc/{pid}/exe")) is not { } program)
        {
            return DumpType.WithHeap;
        }

        // Before .NET 10 the runtime of a single-file program leaves a stopped copy of it behind when it is asked for a dump.
        string? version = RuntimeVersion.FromFile(ProcessRoot.Of(pid).Here(program));
        return version is not null && !version.StartsWith("8.", StringComparison.Ordinal) && !version.StartsWith("9.", StringComparison.Ordinal)
            ? DumpType.Full
            : throw Trouble.Unsupported($"Process {pid} is a single-file program of .NET {version ?? "of an unknown version"}, whose runtime cannot write a dump without harm.", "Look at it live: run with sudo, or with the capability SYS_PTRACE.");
    }

    private static DirectoryInfo MakeFolder(int pid, string where, ProcessStatus status)
    {
        try
        {
            string path = Path.Combine(where, Folder + Path.GetRandomFileName());
            if (OperatingSystem.IsWindows())
            {
                return Directory.CreateDirectory(path);
            }

            DirectoryInfo folder = Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (Libc.GetEUid() == 0 && status.EffectiveUser != 0)
            {
                _ = Libc.LChown(path, status.EffectiveUser, status.EffectiveGroup); // the process itself writes there
            }

            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.NoFolderForDump(pid, where, e);
        }
    }

    private static PrivateFile Open(int pid, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PrivateFile.Of(new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose }), path);
        }

        // What the process put there may be a link to somewhere else, or a pipe.
        int descriptor = Libc.Open(path, Libc.O_CLOEXEC | Libc.O_NONBLOCK | Libc.O_NOFOLLOW);
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (descriptor < 0 || FileStatus.Of(handle) is not { IsRegularFile: true })
        {
            throw Trouble.NoHeapDump(pid, new FileNotFoundException("no file came of it"));
        }

        return PrivateFile.Of(new FileStream($"/proc/self/fd/{descriptor}", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), path);
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process is still writing: it has the folder to itself.
        }
    }
}
