using System.Globalization;
using TaskFind.IntegrationTests.Harness;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>The hostile program, running, and a dump of it under a hostile name.</summary>
public sealed class HostileViews : IDisposable
{
    private readonly HostileProgram _program = new();
    private readonly TargetProcess _target;
    private readonly string _dump;

    public HostileViews()
    {
        _target = _program.Start();
        _target.ReadUntil("ready");
        _dump = Path.Combine(_program.Folder, "core\e[2J\u009b\u202e");
        using TargetDump dump = TargetDump.Take(_target, DumpKind.WithHeap);
        File.Move(dump.FilePath, _dump);
    }

    /// <summary>Gives what to type for the process, "live", or for its "dump".</summary>
    public string Target(string view) => view == "live" ? _target.Pid.ToString(CultureInfo.InvariantCulture) : _dump;

    /// <summary>Starts something under a hostile name.</summary>
    internal HostileProgram Program => _program;

    public void Dispose()
    {
        _target.Dispose();
        _program.Dispose();
    }
}
