using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Packaging;

/// <summary>A folder that has the unpacked archive, the C and C++ libraries and nothing else, as the root of whatever runs in it.</summary>
public sealed class EmptyRoot : IDisposable
{
    private const string Unpack = """
        mkdir "$1" "$1/proc" "$1/dev" "$1/tmp" && : > "$1/dev/null" && tar --extract --gzip --file "$2" --directory "$1" || exit
        set -- "$1" "$1"/dotnet-taskfind-*-linux-x64
        ldd "$2/dotnet-taskfind" "$2"/*.so | grep -o ' /[^ ]*' | sort -u | grep -v "$2" | while read -r library; do
            mkdir -p "$1${library%/*}" && cp -L "$library" "$1$library" || exit
        done
        ldd "$2/dotnet-taskfind" | grep -o '/[^ ]*/ld-linux[^ ]*' | while read -r loader; do
            mkdir -p "$1${loader%/*}" && cp -L "$loader" "$1$loader" || exit
        done
        """;

    private const string Enter = """
        PATH=$PATH:/usr/sbin:/sbin
        mount --bind /proc "$1/proc" && mount --bind /dev/null "$1/dev/null" || exit 125
        root=$1
        shift
        exec env -i "$(command -v chroot)" "$root" "$@"
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("taskfind-tests-");
    private readonly string _archive = "";
    private readonly string? _whyNot;

    /// <summary>Publishes the archive and unpacks it.</summary>
    public EmptyRoot()
    {
        try
        {
            ToolRun namespaces = ToolRun.OfCommand(["/bin/sh", "-c", "unshare --mount mount --bind /dev/null /dev/null"]);
            if (namespaces.ExitCode != 0)
            {
                _whyNot = $"this user may not make a root of its own: {namespaces.Errors.TrimEnd()}";
                return;
            }

            _archive = Publish();
            Assert.Equal(0, ToolRun.OfCommand(["/bin/sh", "-c", Unpack, "sh", FullPath, _archive]).ExitCode);
            Folder = Path.GetFileName(Directory.GetDirectories(FullPath, "dotnet-taskfind-*").Single());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The archive; the test is skipped when its root cannot be made.</summary>
    public string Archive
    {
        get
        {
            Assert.SkipWhen(_whyNot is not null, _whyNot ?? "");
            return _archive;
        }
    }

    /// <summary>The one folder that was in the archive.</summary>
    public string Folder { get; } = "";

    /// <summary>The root, as it is seen from outside.</summary>
    public string FullPath => Path.Combine(_root.FullName, "root");

    /// <inheritdoc />
    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Runs the tool in there, without a variable in its environment.</summary>
    internal ToolRun Run(params string[] arguments) =>
        ToolRun.OfCommand(["unshare", "--mount", "/bin/sh", "-c", Enter, "sh", FullPath, $"/{Folder}/dotnet-taskfind", .. arguments]);

    // In a folder of its own: what it restores and builds is not what the other packages are made of.
    private string Publish()
    {
        string output = Path.Combine(_root.FullName, "archive");
        ToolRun run = ToolRun.OfCommand(
            [
                Runtimes.Dotnet(Runtimes.Net10), "publish", "src/dotnet-taskfind", "-p:PublishProfile=linux-x64", $"-p:PackageOutputPath={output}",
                $"-p:ArtifactsPath={Path.Combine(_root.FullName, "build")}", "-nodeReuse:false",
            ],
            ToolBuild.RepositoryRoot);
        Assert.True(run.ExitCode == 0, run.ToString());
        return Directory.GetFiles(output).Single();
    }
}
