using Xunit;

namespace TaskFind.Tests;

/// <summary>Compares output with files of the repository; with <c>TASKFIND_UPDATE_GOLDEN=1</c> it writes them instead.</summary>
internal static class Golden
{
    /// <summary>Compares with a file of <c>golden/</c>.</summary>
    public static void Check(string name, IEnumerable<string> lines) => CheckFile(Path.Combine("tests", "TaskFind.Tests", "golden", name), lines);

    /// <summary>Compares with any file, by its path in the repository.</summary>
    public static void CheckFile(string file, IEnumerable<string> lines)
    {
        var path = Path.Combine(Repository.Root, file);
        var actual = string.Concat(lines.Select(l => l + "\n"));
        if (Environment.GetEnvironmentVariable("TASKFIND_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{file} is missing: run the tests once with TASKFIND_UPDATE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
