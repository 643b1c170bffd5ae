using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SafeHandle</c> and what derives from it: the descriptor, and the path of a file's.</summary>
internal sealed class SafeHandleLayout : FieldsLayout
{
    private readonly int _handle, _path;

    private SafeHandleLayout(ClrType type)
        : base(type)
    {
        _handle = Value("handle", "_handle");
        _path = Reference("_path");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Runtime.InteropServices.SafeHandle") ? new SafeHandleLayout(type) : null;

    public long Descriptor(in ObjectBytes o) => o.Int64(_handle);

    public ulong Path(in ObjectBytes o) => o.Ref(_path);
}
