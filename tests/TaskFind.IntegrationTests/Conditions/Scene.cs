using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Is what one condition is made of: a folder, a target, and the tool with its prefix; all of it is gone afterwards.</summary>
internal sealed class Scene : IDisposable
{
    private static readonly string[] s_hellos = ["Hello.dll", "SelfContained.dll", "Trimmed.dll", "SingleFile", "SingleFile.Packed"];
    private readonly List<IDisposable> _things = [];
    private DirectoryInfo? _folder;
    private DirectoryInfo? _ownedByRoot;

    /// <summary>The pattern of every search: the one method of the program Hello.</summary>
    public const string Method = "TaskCoro";

    /// <summary>What is printed when that method was found, as conditions say it.</summary>
    public const string Found = "<Task pending name='{address}' coro=<Program.TaskCoro() awaiting at Program.cs:19> wait_for=<TaskCompletionSource [field:'Program.s_go']>>";

    /// <summary>What stands before a command that runs without any right.</summary>
    public static readonly string[] AsNobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    /// <summary>The program that is looked at, when there is one.</summary>
    public TargetProcess? Target { get; private set; }

    /// <summary>The target's process, where a wrapper was started in its place.</summary>
    public int Pid { get; set; }

    /// <summary>The target's process id, as it is typed.</summary>
    public string Id => Pid.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands before the tool on the command line.</summary>
    public IReadOnlyList<string> Prefix { get; set; } = [];

    /// <summary>A folder below one that everybody may write.</summary>
    public string Folder => (_folder ??= Directory.CreateTempSubdirectory("taskfind-scene-")).FullName;

    /// <summary>A folder below none that others than root may write.</summary>
    public string FolderOfRoot => (_ownedByRoot ??= Directory.CreateDirectory($"/opt/taskfind-scene-{Guid.NewGuid():N}")).FullName;

    /// <summary>A folder that everybody may read and write.</summary>
    public string FolderForAll
    {
        get
        {
            Shell.Run("chmod", "777", Folder);
            return Folder;
        }
    }

    /// <summary>Starts Hello on a runtime.</summary>
    public TargetProcess Hello(string framework = Runtimes.Net10, string program = "Hello", IReadOnlyDictionary<string, string>? variables = null) =>
        Ready(TargetProcess.Start(new TargetProgram(program, framework), environment: variables));

    /// <summary>Starts Hello behind a wrapper that runs the words after it.</summary>
    public TargetProcess HelloBehind(params string[] wrapper) => Behind(wrapper, HelloCommand);

    /// <summary>Starts a program behind a wrapper that runs the words after it.</summary>
    public TargetProcess Behind(IReadOnlyList<string> wrapper, IReadOnlyList<string> command) => Ready(TargetProcess.Start([.. wrapper, .. command]));

    /// <summary>Starts Many with so many tasks that a look at it takes a while.</summary>
    public TargetProcess Many() => Behind([], [.. new TargetProgram("Many", Runtimes.Net10).Command, "200000"]);

    /// <summary>Copies Hello to where every user can read it, and gives the command that starts it.</summary>
    public IReadOnlyList<string> HelloForAll()
    {
        foreach (string ending in (string[])[".dll", ".pdb", ".runtimeconfig.json"])
        {
            File.Copy(Path.ChangeExtension(HelloCommand[1], ending), Path.Combine(FolderForAll, "Hello" + ending), overwrite: true);
        }

        return [HelloCommand[0], Path.Combine(FolderForAll, "Hello.dll")];
    }

    /// <summary>The command that starts Hello.</summary>
    public static IReadOnlyList<string> HelloCommand => new TargetProgram("Hello", Runtimes.Net10).Command;

    /// <summary>Starts any command.</summary>
    public TargetProcess Start(params string[] command)
    {
        Target = Owned(TargetProcess.Start(command));
        Pid = Target.Pid;
        return Target;
    }

    /// <summary>Keeps a thing until the end.</summary>
    public T Owned<T>(T thing)
        where T : IDisposable
    {
        _things.Add(thing);
        return thing;
    }

    /// <summary>Runs the tool.</summary>
    public ToolRun Run(params string[] arguments) => ToolRun.OfCommand([.. Prefix, .. ToolRun.Command, .. arguments]);

    /// <summary>Searches the target for the method of Hello.</summary>
    public ToolRun Find(params string[] arguments) => Run(["find", Method, Id, .. arguments]);

    /// <summary>Takes a dump of the target.</summary>
    public string Dump(DumpKind kind = DumpKind.WithHeap, string? runtimeFolder = null) => Owned(TargetDump.Take(Target!, kind, runtimeFolder)).FilePath;

    /// <summary>Tells the target to end its task, and that it did.</summary>
    public void AssertAsExpected(After after)
    {
        switch (after)
        {
            case After.Runs:
                Assert.True(SpinWait.SpinUntil(() => ProcFiles.StoppedThreads(Pid).Count == 0, TimeSpan.FromSeconds(10)), "threads of the target stand still");
                GoOn();
                break;
            case After.StandsAsBefore:
                Assert.NotEmpty(ProcFiles.StoppedThreads(Pid));
                break;
            case After.HasEnded:
                Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(Pid) is null or 'Z', TimeSpan.FromSeconds(10)));
                break;
        }
    }

    public void Dispose()
    {
        for (int i = _things.Count - 1; i >= 0; i--)
        {
            _things[i].Dispose();
        }

        _folder?.Delete(recursive: true);
        _ownedByRoot?.Delete(recursive: true);
    }

    private void GoOn()
    {
        if (!s_hellos.Any(file => ProcFiles.MappedFile(Pid, file) is not null))
        {
            Assert.Contains(ProcFiles.State(Pid), new char?[] { 'S', 'R' });
            return;
        }

        Target!.Send("go");
        Target.ReadUntil("Task is done");
    }

    private TargetProcess Ready(TargetProcess target)
    {
        Target = Owned(target);
        target.ReadUntil();
        Pid = Innermost(target.Pid);
        return target;
    }

    // A wrapper that waits for what it runs, such as unshare --fork, is its parent.
    private static int Innermost(int pid) => ProcessTree.ChildrenOf(pid).ToArray() is [var child] ? Innermost(child) : pid;
}
