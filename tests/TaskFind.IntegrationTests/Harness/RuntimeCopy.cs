using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>Is a copy of the installed runtime in a folder of the test's choice.</summary>
internal sealed record RuntimeCopy(string Root)
{
    private static readonly string s_installed = Path.GetDirectoryName(Runtimes.Dotnet(Runtimes.Net10))!;
    private static readonly string s_version = Path.GetFileName(Path.GetDirectoryName(typeof(object).Assembly.Location)!);

    /// <summary>The folder of the runtime that the tests run on.</summary>
    public static string Installed { get; } = Path.Combine(s_installed, "shared/Microsoft.NETCore.App", s_version);

    /// <summary>The muxer.</summary>
    public string Dotnet => Path.Combine(Root, "dotnet");

    /// <summary>The folder of the runtime itself.</summary>
    public string Folder => Path.Combine(Root, "shared/Microsoft.NETCore.App", s_version);

    /// <summary>The runtime itself.</summary>
    public string Runtime => Path.Combine(Folder, "libcoreclr.so");

    /// <summary>Its debugging library.</summary>
    public string Dac => Path.Combine(Folder, "libmscordaccore.so");

    /// <summary>Copies the runtime into a folder.</summary>
    public static RuntimeCopy Make(string folder)
    {
        var copy = new RuntimeCopy(Path.Combine(folder, "dotnet"));
        Copy(Path.Combine(s_installed, "host/fxr", s_version), Path.Combine(copy.Root, "host/fxr", s_version));
        Copy(Installed, copy.Folder);
        File.Copy(Path.Combine(s_installed, "dotnet"), copy.Dotnet);
        return copy;
    }

    /// <summary>Copies it and makes it unlike any other on this machine.</summary>
    public static RuntimeCopy MakeUnlike(string folder)
    {
        RuntimeCopy copy = Make(folder);
        copy.SpoilBuildId();
        return copy;
    }

    /// <summary>Changes the build id in the file, so that it is like no other runtime on this machine; the code stays as it is.</summary>
    public void SpoilBuildId()
    {
        byte[] id = BuildId.OfFile(Runtime)!;
        byte[] bytes = File.ReadAllBytes(Runtime);
        bytes[bytes.AsSpan().IndexOf(id)] ^= 0xff;
        File.WriteAllBytes(Runtime, bytes);
        Assert.NotEqual(id, BuildId.OfFile(Runtime));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
