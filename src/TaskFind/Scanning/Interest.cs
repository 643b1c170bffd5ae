using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells by the name of a type alone that its objects do not run the method that a look is for.</summary>
/// <param name="name">A part of the method's name, in any case.</param>
internal sealed class Interest(string name)
{
    private const string TopLevel = "<Main>$";
    private bool?[] _isOther = [];

    /// <summary>
    /// Rule: a machine that C# made bears the name of its method, <c>Orders+&lt;ReserveAsync&gt;d__3</c>, and a promise runs none. Machines of other languages, those
    /// of the framework that are looked into, and those of <c>Main</c>, which has several names, are never passed over.
    /// Wrongly yes: a program whose names were changed behind the compiler's back, in its methods but not in its machines. Wrongly no: costs time only.
    /// </summary>
    public bool IsOther(TypeEntry type)
    {
        if (type.Index >= _isOther.Length)
            Array.Resize(ref _isOther, type.Index * 2 + 64);
        return _isOther[type.Index] ??= Decide(type);
    }

    private bool Decide(TypeEntry type) => type.Layout switch
    {
        TaskObjectLayout { IsBox: true } or PooledBoxLayout =>
            type.Layout is not IMachineHolder { Embedded.Known: not null } && type.Name.Contains(">d", StringComparison.Ordinal)
            && !type.Name.Contains(name, StringComparison.OrdinalIgnoreCase) && !type.Name.Contains(TopLevel, StringComparison.Ordinal),
        TaskObjectLayout task => task.Promise is not null,
        _ => false,
    };
}
