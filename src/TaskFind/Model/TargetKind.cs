namespace TaskFind.Model;

/// <summary>What was looked at.</summary>
public enum TargetKind : byte
{
    /// <summary>A live process.</summary>
    Process,

    /// <summary>A core dump.</summary>
    Dump,

    /// <summary>A saved graph.</summary>
    Capture,
}
