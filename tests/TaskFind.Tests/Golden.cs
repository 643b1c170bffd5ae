using Xunit;

namespace TaskFind.Tests;

/// <summary>Compares output with the files of <c>golden/</c>; with <c>TASKFIND_UPDATE_GOLDEN=1</c> it writes them instead.</summary>
internal static class Golden
{
    public static void Check(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(Repository.Root, "tests", "TaskFind.Tests", "golden", name);
        var actual = string.Concat(lines.Select(l => l + "\n"));
        if (Environment.GetEnvironmentVariable("TASKFIND_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{name} is missing: run the tests once with TASKFIND_UPDATE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
