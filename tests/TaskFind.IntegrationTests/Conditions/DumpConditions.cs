using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What a dump file may be.</summary>
internal static class DumpConditions
{
    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        .. Runtimes.All.Select(f => new Condition($"with the heap, {f}", Scene.Found, 0, After.NoProcess, s => Of(s, DumpKind.WithHeap, f))),
        .. Runtimes.All.Select(f => new Condition($"full, {f}", Scene.Found, 0, After.NoProcess, s => Of(s, DumpKind.Full, f))),
        new("full, of a single-file program", Scene.Found, 0, After.NoProcess, SingleFile),
        new("of a crash (DOTNET_DbgEnableMiniDump)", "<Task pending name='{address}' coro=<Program.TaskCoro() awaiting {…}", 0, After.NoProcess, OfACrash),
        new("small (createdump --normal)", "[ERROR] The dump '{…}' holds no heap, so no task can be found in it.", 3, After.NoProcess, s => Of(s, DumpKind.Normal)),
        new("smaller (createdump --triage)", "[ERROR] The dump '{…}' holds no heap, so no task can be found in it.", 3, After.NoProcess, s => Of(s, DumpKind.Triage)),
        new("packed with gzip", Scene.Found, 0, After.NoProcess, s => Packed(s, spoil: false)),
        new("packed, and damaged", "[ERROR] The file '{…}' is not a core dump: it is packed, and damaged.", 3, After.NoProcess, s => Packed(s, spoil: true)),
        new("cut short", "[ERROR] The dump '{…}' is cut short: {n} bytes are missing at its end.", 3, After.NoProcess, CutShort),
        new("not there", "[ERROR] There is no file '/no/such/core'.", 3, After.NoProcess, s => s.Run("list", "/no/such/core")),
        new("empty", "[ERROR] The file '{…}' is not a core dump: it is empty.", 3, After.NoProcess, s => WithContent(s, [])),
        new("text", "[ERROR] The file '{…}' is not a core dump: {…}", 3, After.NoProcess, s => WithContent(s, "this is no dump"u8.ToArray())),
        new("a program", "[ERROR] The file '/bin/ls' is not a core dump: it is a program or a library.", 3, After.NoProcess, s => s.Run("list", "/bin/ls")),
        new("a folder", "[ERROR] The file '/tmp' is not a core dump: it is not a regular file.", 3, After.NoProcess, s => s.Run("list", "/tmp")),
        new("a pipe", "[ERROR] The file '{…}' is not a core dump: it is not a regular file.", 3, After.NoProcess, APipe),
        new("a Windows minidump", "[ERROR] The dump '{…}' is a Windows minidump, which cannot be read on this system.", 3, After.NoProcess, s => WithContent(s, [.. "MDMP"u8, .. new byte[100]])),
        new("not this user's to read", "[ERROR] This user may not read the dump '{…}'.", 3, After.NoProcess, NotReadable) { NeedsRoot = true },
        new("of a process without .NET", "[ERROR] The dump '{…}' is of a process that had no .NET runtime loaded.", 3, After.NoProcess, WithoutDotNet),
    ];

    private static ToolRun Of(Scene scene, DumpKind kind, string framework = Runtimes.Net10)
    {
        scene.Hello(framework);
        return scene.Run("find", Scene.Method, scene.Dump(kind), "--trust-dac");
    }

    private static ToolRun SingleFile(Scene scene)
    {
        scene.Hello(Runtimes.Net10, "SingleFile");
        return scene.Run("find", Scene.Method, scene.Dump(DumpKind.Full, RuntimeCopy.Installed));
    }

    private static ToolRun OfACrash(Scene scene)
    {
        string path = Path.Combine(scene.Folder, "core");
        TargetProcess target = scene.Hello(variables: new Dictionary<string, string>
        {
            ["DOTNET_DbgEnableMiniDump"] = "1",
            ["DOTNET_DbgMiniDumpType"] = "2",
            ["DOTNET_DbgMiniDumpName"] = path,
        });
        target.Send("crash");
        target.WaitForExit();
        return scene.Run("find", Scene.Method, path);
    }

    private static ToolRun Packed(Scene scene, bool spoil)
    {
        scene.Hello();
        string packed = Path.Combine(scene.Folder, "core.gz");
        Shell.Run("/bin/sh", "-c", $"gzip -1 -c '{scene.Dump()}' > '{packed}'");
        if (spoil)
        {
            using FileStream file = File.OpenWrite(packed);
            file.Position = file.Length / 2;
            file.Write(new byte[1000]);
        }

        return scene.Run("find", Scene.Method, packed);
    }

    private static ToolRun CutShort(Scene scene)
    {
        scene.Hello();
        string dump = scene.Dump();
        using (FileStream file = File.OpenWrite(dump))
        {
            file.SetLength(file.Length / 2);
        }

        return scene.Run("find", Scene.Method, dump);
    }

    private static ToolRun WithContent(Scene scene, byte[] content)
    {
        string path = Path.Combine(scene.Folder, "core");
        File.WriteAllBytes(path, content);
        return scene.Run("list", path);
    }

    private static ToolRun APipe(Scene scene)
    {
        string path = Path.Combine(scene.Folder, "core");
        Shell.Run("mkfifo", path);
        return scene.Run("list", path);
    }

    private static ToolRun NotReadable(Scene scene)
    {
        scene.Prefix = Scene.AsNobody;
        scene.Hello();
        string path = Path.Combine(scene.FolderForAll, "core");
        File.Copy(scene.Dump(), path);
        Shell.Run("chmod", "400", path);
        return scene.Run("list", path);
    }

    private static ToolRun WithoutDotNet(Scene scene)
    {
        // A head alone, with no piece of memory: what a core of another program has to say is not .NET.
        byte[] head = new byte[64];
        ((byte[])[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(head, 0);
        (head[16], head[18], head[20], head[52], head[54]) = (4, 62, 1, 64, 56);
        return WithContent(scene, head);
    }
}
