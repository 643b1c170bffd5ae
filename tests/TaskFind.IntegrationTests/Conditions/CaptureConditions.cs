using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What a capture may be, and what two looks may be of.</summary>
internal static class CaptureConditions
{
    private const int MajorVersion = 8;

    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("a capture of the process", Scene.Found, 0, After.Runs, s => s.Run("find", Scene.Method, Capture(s))),
        new("values are asked for that the capture has not", "The capture holds no values: they are in one that was taken with --values, if there were any.", 0, After.Runs, s => s.Run("find", Scene.Method, Capture(s), "--values")),
        new("a capture of a dump", Scene.Found, 0, After.NoProcess, OfADump),
        new("no file is named for a capture", "[ERROR] Option '--output' is required.", 2, After.NoProcess, s => s.Run("capture", "2147483647")),
        new("a capture that is cut short", "[ERROR] The capture '{…}' is damaged: it is cut short.", 3, After.Runs, s => Spoiled(s, bytes => bytes[..(bytes.Length / 2)])),
        new("a capture with one byte changed", "[ERROR] The capture '{…}' is damaged: {…}", 3, After.Runs, s => Spoiled(s, OneByte)),
        new("a capture of a later version", "[ERROR] The capture '{…}' is newer than this tool: its format is version 2, and this version reads up to 1.", 3, After.Runs, s => Spoiled(s, Newer)),
        new("the head of a capture alone", "[ERROR] The capture '{…}' is damaged: it is cut short.", 3, After.Runs, s => Spoiled(s, bytes => bytes[..10])),
        new("a process and its own capture are compared", "Nothing differs.", 1, After.Runs, s => s.Run("diff", Capture(s), s.Id)),
        new("a capture and the process that took its place are compared", "Two processes are compared, Hello (pid {n}) and Hello (pid {n}): addresses and ids of one mean nothing in the other, so only counts are claimed.", 1, After.Runs, Restarted),
        new("the later one comes first", "The first was taken later than the second: name the earlier one first, and new is new.", 1, After.Runs, LaterFirst),
        new("one of two is not there", "[ERROR] There is no file '/no/such.cap'.", 3, After.Runs, s => s.Run("diff", Capture(s), "/no/such.cap")),
    ];

    private static string Capture(Scene scene)
    {
        scene.Hello();
        return Taken(scene, scene.Id, "hello.cap");
    }

    private static string Taken(Scene scene, string target, string file)
    {
        string path = Path.Combine(scene.Folder, file);
        ToolRun run = scene.Run("capture", target, "-o", path);
        return run.ExitCode == 0 ? path : throw new InvalidOperationException(run.ToString());
    }

    private static ToolRun OfADump(Scene scene)
    {
        scene.Hello();
        return scene.Run("find", Scene.Method, Taken(scene, scene.Dump(), "core.cap"));
    }

    private static ToolRun Spoiled(Scene scene, Func<byte[], byte[]> spoil)
    {
        string path = Capture(scene);
        File.WriteAllBytes(path, spoil(File.ReadAllBytes(path)));
        return scene.Run("list", path);
    }

    private static byte[] OneByte(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0x10;
        return bytes;
    }

    private static byte[] Newer(byte[] bytes)
    {
        bytes[MajorVersion]++;
        return bytes;
    }

    private static ToolRun Restarted(Scene scene)
    {
        string path = Capture(scene);
        scene.Hello();
        return scene.Run("diff", path, scene.Id);
    }

    private static ToolRun LaterFirst(Scene scene)
    {
        string path = Capture(scene);
        return scene.Run("diff", Taken(scene, scene.Id, "later.cap"), path);
    }
}
