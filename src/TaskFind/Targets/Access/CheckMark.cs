namespace TaskFind.Targets.Access;

/// <summary>Says how a thing stands that was examined.</summary>
internal enum CheckMark
{
    /// <summary>Nothing is in the way.</summary>
    Fine,

    /// <summary>It is worth knowing.</summary>
    Remark,

    /// <summary>This way is closed.</summary>
    Closed,
}
