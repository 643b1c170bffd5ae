using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Delegate</c>: its target, and the code pointer that tells its method.</summary>
internal sealed class DelegateLayout : FieldsLayout
{
    private readonly int _target, _pointer, _auxiliary;

    private DelegateLayout(ClrType type)
        : base(type)
    {
        _target = Reference("_target");
        _pointer = Value("_methodPtr");
        _auxiliary = Value("_methodPtrAux");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.BaseType?.Name == "System.MulticastDelegate" ? new DelegateLayout(type) : null;

    public ulong Target(in ObjectBytes o) => o.Ref(_target);

    /// <summary>Gives what tells one method from another: the auxiliary pointer of a static method, else the method pointer.</summary>
    public ulong Code(in ObjectBytes o) => o.Ref(_auxiliary) is not 0 and var code ? code : o.Ref(_pointer);
}
