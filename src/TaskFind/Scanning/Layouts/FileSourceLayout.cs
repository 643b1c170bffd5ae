using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SafeFileHandle+ThreadPoolValueTaskSource</c>: a file's read or write, which a thread of the pool makes.</summary>
internal sealed class FileSourceLayout : FieldsLayout, IPromiseLayout
{
    private static readonly string?[] s_operations = [null, "read", "write", "read", "write"];
    private readonly int _handle, _operation;

    private FileSourceLayout(ClrType type)
        : base(type)
    {
        _handle = Reference("_fileHandle");
        _operation = Value("_operation");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "Microsoft.Win32.SafeHandles.SafeFileHandle+ThreadPoolValueTaskSource" ? new FileSourceLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var facts = new List<WaitFact>();
        var operation = promise.Byte(_operation);
        if (operation > 0 && operation < s_operations.Length)
            facts.Add(WaitFact.Flag(s_operations[operation]!));
        if (context.Store.TryGet<SafeHandleLayout>(promise.Ref(_handle), out var handle, out var layout))
        {
            if (context.Store.Text(layout.Path(handle)) is { } path)
                facts.Add(WaitFact.Text("path", path));
            facts.Add(WaitFact.Of("fd", layout.Descriptor(handle)));
        }

        var row = new WaitRow { Kind = WaitKind.File, Address = promise.Address, Type = context.Builder.Intern("File") };
        node.Wait = context.Builder.Add(row, facts.ToArray().AsSpan());
    }
}
