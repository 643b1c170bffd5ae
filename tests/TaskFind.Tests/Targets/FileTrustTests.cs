using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

[UnsupportedOSPlatform("windows")]
public sealed partial class FileTrustTests : IDisposable
{
    private const uint Nobody = 65534;

    private readonly DirectoryInfo _folder;
    private readonly bool _usable;

    public FileTrustTests()
    {
        // The temporary folder is writable for everybody, so a folder beside the tests serves.
        _folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "trust-" + Guid.NewGuid().ToString("N")));
        if (OperatingSystem.IsLinux())
        {
            Directory.CreateDirectory(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            _usable = WhyNot(Make("probe")) is null;
        }
    }

    public void Dispose()
    {
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_of_ours_in_folders_of_ours_is_trusted()
    {
        SkipUnlessUsable();
        Assert.Null(WhyNot(Make("library")));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_write_is_not(UnixFileMode more)
    {
        SkipUnlessUsable();
        string path = Make("library");
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);
        Assert.Equal($"'{path}' can be written by other users", WhyNot(path));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.StickyBit)]
    public void A_folder_above_that_others_may_write_spoils_it(UnixFileMode more)
    {
        SkipUnlessUsable();
        string path = Make("a/b/library");
        string above = Path.Combine(_folder.FullName, "a");
        File.SetUnixFileMode(above, File.GetUnixFileMode(above) | more);
        Assert.Equal($"'{above}' can be written by other users", WhyNot(path));
    }

    [Fact]
    public void Another_owner_is_not_trusted()
    {
        SkipUnlessUsable();
        string path = Make("library");
        using var file = File.OpenHandle(path);
        uint owner = FileStatus.Of(file)!.Value.Owner;
        if (owner == 0)
        {
            owner = Nobody; // root's files are trusted by everybody
            Assert.Equal(0, ChangeOwner(path, owner, owner));
        }

        Assert.Contains($"belongs to another user (uid {owner})", FileTrust.WhyNot(file, owner + 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_counts_for_what_it_leads_to()
    {
        SkipUnlessUsable();
        string path = Make("library");
        string link = Path.Combine(Path.GetTempPath(), "taskfind-" + Guid.NewGuid().ToString("N"));
        File.CreateSymbolicLink(link, path);
        try
        {
            Assert.Null(WhyNot(link));
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public void A_file_that_was_exchanged_after_it_was_opened_is_not_trusted()
    {
        SkipUnlessUsable();
        string path = Make("library");
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        File.Delete(path);
        Make("library");
        Assert.NotNull(FileTrust.WhyNot(file, Libc.GetEUid()));
    }

    private static string? WhyNot(string path)
    {
        using var file = File.OpenHandle(path);
        return FileTrust.WhyNot(file, Libc.GetEUid());
    }

    private void SkipUnlessUsable() => Assert.SkipUnless(_usable, "the tests lie in a folder that others may write, or this is not Linux");

    private string Make(string name)
    {
        string path = Path.Combine(_folder.FullName, name);
        const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        for (string? folder = Path.GetDirectoryName(path); folder is not null && folder.Length > _folder.FullName.Length; folder = Path.GetDirectoryName(folder))
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, Ours);
        }

        File.WriteAllText(path, "");
        File.SetUnixFileMode(path, Ours);
        return path;
    }

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
