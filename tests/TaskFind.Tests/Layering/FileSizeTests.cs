using Xunit;

namespace TaskFind.Tests.Layering;

public sealed class FileSizeTests
{
    private const int MostLines = 400;
    private const int MedianLines = 80;

    private static readonly string[] Files =
    [
        .. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")),
    ];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Files, f => File.ReadLines(f).Count() > MostLines);

    [Fact]
    public void The_median_file_has_at_most_80_lines()
    {
        int[] lines = [.. Files.Select(f => File.ReadLines(f).Count()).Order()];
        Assert.True(lines[lines.Length / 2] <= MedianLines, $"{lines[lines.Length / 2]} lines");
    }
}
