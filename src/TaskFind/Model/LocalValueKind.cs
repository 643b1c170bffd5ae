namespace TaskFind.Model;

/// <summary>How the value of an AsyncLocal or of a variable is told.</summary>
public enum LocalValueKind : byte
{
    /// <summary>It could not be read.</summary>
    Unknown,

    /// <summary>It is null.</summary>
    Null,

    /// <summary>A string or a character.</summary>
    Text,

    /// <summary>A number, a truth value, the name of an enum's member, a Guid, a time.</summary>
    Plain,

    /// <summary>Any other object, of which type and address are told, and any other struct, of which the type is.</summary>
    Other,
}
