using System.Runtime.InteropServices;
using System.Text;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class RuntimeVersionTests
{
    private static readonly string s_runtime = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libcoreclr.so");

    [Theory]
    [InlineData("/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12/libcoreclr.so", "10.0.12")]
    [InlineData("/x/Microsoft.NETCore.App/11.0.0-preview.3.1/libcoreclr.so", "11.0.0-preview.3.1")]
    [InlineData("/srv/app/libcoreclr.so", null)]
    [InlineData("/x/Microsoft.NETCore.App/latest/libcoreclr.so", null)]
    [InlineData("/x/Microsoft.NETCore.App/1\u001b[31m/libcoreclr.so", null)]
    [InlineData("libcoreclr.so", null)]
    public void The_folder_of_a_shared_framework_is_its_version(string path, string? version) => Assert.Equal(version, RuntimeVersion.FromPath(path));

    [Theory]
    [InlineData("10.0.1226.42308 @Commit: 95017c", "10.0.12")]
    [InlineData("8.0.3126.1", "8.0.31")]
    [InlineData("10.0", null)]
    [InlineData("a.b.c.d", null)]
    public void A_file_version_hides_the_patch_in_its_third_number(string text, string? version) => Assert.Equal(version, RuntimeVersion.FromFileVersion(text));

    [Fact]
    public void The_marker_is_found_across_chunks_and_its_absence_is_no_error()
    {
        byte[] image = new byte[3 * 1024 * 1024];
        Encoding.ASCII.GetBytes("@(#)Version 9.0.2225.1 @").CopyTo(image, (1024 * 1024) - 8);
        Assert.Equal("9.0.22", RuntimeVersion.FromImage(Reader(image), image.Length));
        Assert.Null(RuntimeVersion.FromImage(Reader(new byte[100]), 100));
        Assert.Null(RuntimeVersion.FromImage((_, _) => -1, long.MaxValue));
    }

    [Fact]
    public void This_runtime_says_its_own_version()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the runtime's file is another one elsewhere");
        Assert.Equal(Environment.Version.ToString(3), RuntimeVersion.FromFile(s_runtime));
    }

    [Fact]
    public void A_build_id_is_read_and_hostile_headers_do_no_harm()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the runtime's file is another one elsewhere");
        Assert.Equal(20, BuildId.OfFile(s_runtime)!.Length);
        Assert.Null(BuildId.OfFile("/no/such/file"));
        Assert.Null(BuildId.OfFile(typeof(RuntimeVersionTests).Assembly.Location));

        byte[] head = new byte[16 * 1024];
        using (FileStream file = File.OpenRead(s_runtime))
        {
            file.ReadExactly(head);
        }

        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] spoilt = (byte[])head.Clone();
            for (int n = 0; n < 8; n++)
            {
                spoilt[random.Next(1024)] = (byte)random.Next(256);
            }

            _ = BuildId.InMemory(Reader(spoilt)); // does not throw
        }
    }

    private static BuildId.ReadAt Reader(byte[] image) => (offset, buffer) =>
    {
        if (offset >= (ulong)image.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = image.AsSpan((int)offset);
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        return rest.Length;
    };
}
