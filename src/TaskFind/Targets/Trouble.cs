using TaskFind.Model;
using TaskFind.Targets.Access;

namespace TaskFind.Targets;

/// <summary>Words every foreseen trouble once: one sentence of what is wrong, one of what to type next.</summary>
internal static class Trouble
{
    private const string SeeProcesses = "Type 'dotnet-taskfind ps' to see the .NET processes that can be looked at.";
    private const string WaysRoundTheDac =
        "Name a copy you trust with --dac PATH, pass --trust-dac if you trust everyone who can write there, or run as the user whose process it is.";

    public static TargetException NoSuchProcess(int pid) =>
        new(TargetTrouble.NoSuchProcess, $"No process with ID {pid} is currently running.", SeeProcesses);

    public static TargetException NoSuchName(string name) =>
        new(TargetTrouble.NoSuchName, $"There is no .NET process with the name '{Shown(name)}'.", SeeProcesses);

    public static TargetException NoProcessAtAll() =>
        new(TargetTrouble.NoSuchName, "No .NET process of yours is running.", "Name a process with -p PID, or a dump file; as root you see everybody's processes.");

    public static TargetException Several(string what, IReadOnlyList<TargetCandidate> candidates) =>
        new(TargetTrouble.SeveralProcesses, what, "Name one of them with -p PID.") { Candidates = candidates };

    public static TargetException OwnProcess(int pid) =>
        new(TargetTrouble.OwnProcess, $"Process {pid} is this process, which cannot look at itself.", SeeProcesses);

    public static TargetException NotDotNet(int pid, string name) =>
        new(TargetTrouble.NotDotNet, $"Process {pid} ({Shown(name)}) has no .NET runtime loaded.",
            SeeProcesses);

    public static TargetException DumpNotDotNet(string path) =>
        new(TargetTrouble.NotDotNet, $"The dump '{Shown(path)}' is of a process that had no .NET runtime loaded.",
            "Take one of a .NET process: 'dotnet-dump collect --type Heap -p PID'.");

    /// <summary>Says why this user may not, and which way there is, from what is so on this machine.</summary>
    public static TargetException NoPermission(int pid, string what, Exception? inner = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new(TargetTrouble.NoPermission, $"This user may not {what} of process {pid}.", "Run as the user that owns the process, or as an administrator.", inner);
        }

        (string why, string next) = AccessTrouble.Explain(AccessFacts.Of(pid));
        return new(TargetTrouble.NoPermission, $"This user may not {what} of process {pid}: {why}.", next, inner);
    }

    public static TargetException NoPort(int pid, string why) =>
        new(TargetTrouble.NoPort, $"Process {pid} cannot be asked for a dump of itself: {why}.", "Look at it live (--via live), which needs no port; 'dotnet-taskfind doctor PID' says what is possible.");

    public static TargetException NoHeapDump(int pid, Exception inner) =>
        new(TargetTrouble.NoPort, $"Process {pid} wrote no dump of itself: {FirstSentence(inner.Message)}.",
            "Look at it live (--via live), or take a dump by hand: 'createdump --withheap -f FILE PID' as a user that may trace it.", inner);

    public static TargetException NoFolderForDump(int pid, string folder, Exception inner) =>
        new(TargetTrouble.NoPort, $"There is no place for a dump of process {pid}: nothing can be written in '{Shown(folder)}'.",
            "Name a folder that both can write with the environment variable TMPDIR; a container with a read-only root needs a volume at /tmp.", inner);

    public static TargetException Mono(int pid, string name) =>
        new(TargetTrouble.Unsupported, $"Process {pid} ({Shown(name)}) runs on Mono, whose heap this tool cannot read.", "It reads CoreCLR, the runtime of .NET 8 and later.");

    public static TargetException OtherLibc(int pid, string name, string theirs) =>
        new(TargetTrouble.Unsupported, $"Process {pid} ({Shown(name)}) runs on a {theirs} system, whose debugging library cannot be loaded here.",
            $"Run a build of this tool for {theirs} where that process lives: in its container, or one of the same image.");

    public static TargetException AsItsUser(TargetException what, TargetException wasUntrusted) =>
        new(what.Kind, $"{wasUntrusted.Message} As that user, the process cannot be looked at either: {what.Message}", wasUntrusted.Hint, what);

    public static TargetException DumpNotReadable(string path, Exception inner) =>
        new(TargetTrouble.NoPermission, $"This user may not read the dump '{Shown(path)}'.", "Run as its owner or with sudo, or make the file readable with chmod.", inner);

    public static TargetException NoSuchFile(string path) =>
        new(TargetTrouble.NoSuchFile, $"There is no file '{Shown(path)}'.", "Name a dump file, a process id, or a process name without a slash; 'dotnet-taskfind ps' lists processes.");

    public static TargetException NotADump(string path, string whatItIs, Exception? inner = null) =>
        new(TargetTrouble.NotADump, $"The file '{Shown(path)}' is not a core dump: {whatItIs}.",
            "Take one with 'dotnet-dump collect --type Heap -p PID'.", inner);

    public static TargetException BadCapture(string? path, string why, Exception inner) =>
        new(TargetTrouble.BadCapture, $"The capture{Named(path)} is damaged: {why}.", "Copy it again, or take a new one: 'dotnet-taskfind capture PID -o FILE'.", inner);

    public static TargetException NewerCapture(string? path, string why, Exception inner) =>
        new(TargetTrouble.BadCapture, $"The capture{Named(path)} is newer than this tool: {why}.", "Update it: 'dotnet tool update --global dotnet-taskfind'.", inner);

    public static TargetException CaptureNotReadable(string path, Exception inner) =>
        new(TargetTrouble.NoPermission, $"The capture '{Shown(path)}' could not be read: {FirstSentence(inner.Message)}.", "Run as its owner, or make the file readable with chmod.", inner);

    public static TargetException DumpCutShort(string path, long missing) =>
        new(TargetTrouble.DumpCutShort, $"The dump '{Shown(path)}' is cut short: {missing:N0} bytes are missing at its end.",
            "Copy it again, or take a new one where the disk has room.");

    public static TargetException DumpWithoutHeap(string path) =>
        new(TargetTrouble.DumpWithoutHeap, $"The dump '{Shown(path)}' holds no heap, so no task can be found in it.",
            "Take one that has: 'dotnet-dump collect --type Heap -p PID', or createdump --withheap, or DOTNET_DbgMiniDumpType=2.");

    public static TargetException UntrustedDac(string path, string why) =>
        new(TargetTrouble.UntrustedDac, $"The debugging library '{Shown(path)}' was not loaded, because {why}.", WaysRoundTheDac);

    public static TargetException NoDac(string why, string? version = null) =>
        new(TargetTrouble.NoDac, $"The debugging library of the target's runtime was not found: {why}.",
            version is null ? "Name a libmscordaccore.so of exactly that runtime build with --dac PATH; it is in the shared framework folder and in the runtime's NuGet package."
            : $"Get the NuGet package Microsoft.NETCore.App.Runtime.linux-x64 {Shown(version)}, where it is found ({Restore(version)} in the folder of a new console project), or name a libmscordaccore.so of exactly that runtime build with --dac PATH.");

    private static string Restore(string version) =>
        $"'dotnet restore -r linux-x64 -p:SelfContained=true -p:TargetFramework=net{string.Join('.', version.Split('.').Take(2))} -p:RuntimeFrameworkVersion={Shown(version)}'";

    public static TargetException NoRoomToUnpack(string path, string folder) =>
        new(TargetTrouble.NotADump, $"The dump '{Shown(path)}' is packed, and '{Shown(folder)}' has no room for it unpacked.",
            $"Name a folder that has with the environment variable TMPDIR, or unpack it yourself: gunzip -k '{Shown(path)}'.");

    public static TargetException NoDacForSingleFile(string target, string? version) =>
        new(TargetTrouble.NoDac, $"{Capital(Shown(target))} is a single-file program, which brings no debugging library, and none of its runtime{(version is null ? "" : $", .NET {version},")} is on this machine.",
            $"Get the NuGet package Microsoft.NETCore.App.Runtime.linux-x64 {version ?? "of its version"} ('dotnet publish -r linux-x64 --self-contained -p:RuntimeFrameworkVersion={version ?? "VERSION"}' of any project does), or name the libmscordaccore.so in it with --dac PATH.");

    public static TargetException MapTooLong(int pid) =>
        new(TargetTrouble.Unsupported, $"The memory map of process {pid} is too long, and no .NET runtime is in the part that was read.", $"Look at a dump of it instead: 'dotnet-dump collect --type Heap -p {pid}'.");

    public static TargetException NativeAot(int pid, string name) =>
        new(TargetTrouble.Unsupported, $"Process {pid} ({Shown(name)}) is a NativeAOT program: it has no runtime whose heap could be read.", "Look at a build of it that is not published with PublishAot.");

    public static TargetException DacFailed(string what, Exception inner) =>
        new(TargetTrouble.DacFailed, $"The runtime's debugging library cannot read {Shown(what)}: {FirstSentence(inner.Message)}.",
            "Try once more; if it stays so, name the right library with --dac PATH or take a full dump with 'dotnet-dump collect --type Full -p PID'.", inner);

    public static TargetException AlreadyTraced(int pid, int tracer, string tracerName) =>
        new(TargetTrouble.AlreadyTraced, $"Process {pid} is already held by another debugger: process {tracer} ({Shown(tracerName)}).",
            $"Detach that one first (or end it: 'kill {tracer}'), then try again.");

    public static TargetException Timeout(int pid, int running, TimeSpan after) =>
        new(TargetTrouble.Timeout, $"None of the {running} threads of process {pid} came to a stop within {after.TotalSeconds:0.#} s.",
            "Try again; a process that waits for a broken disk or a child in vfork cannot be stopped: take a dump instead.");

    public static TargetException NotOpenedInTime(string target, TimeSpan after) =>
        new(TargetTrouble.Timeout, $"{Capital(Shown(target))} could not be opened within {after.TotalSeconds:0.###} s.", "Give it more time with --timeout SECONDS.");

    public static TargetException TargetGone(int pid) =>
        new(TargetTrouble.TargetGone, $"Process {pid} ended while it was looked at.", SeeProcesses);

    public static TargetException Unsupported(string what, string hint) => new(TargetTrouble.Unsupported, what, hint);

    private static string Named(string? path) => path is null ? "" : $" '{Shown(path)}'";

    /// <summary>Makes a name from outside harmless to print inside a sentence.</summary>
    internal static string Shown(string text) => Printable.Line(text, Limits.Target.ShownLength);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string FirstSentence(string text)
    {
        string line = text.ReplaceLineEndings("\n").Split('\n')[0];
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return Shown(end < 0 ? line.TrimEnd('.') : line[..end]);
    }
}
