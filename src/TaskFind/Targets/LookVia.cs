namespace TaskFind.Targets;

/// <summary>Says how a live process is looked at.</summary>
public enum LookVia
{
    /// <summary>Live; through a dump only when the system does not let this user attach.</summary>
    Auto,

    /// <summary>By stopping its threads for a moment and reading its memory.</summary>
    Live,

    /// <summary>By a heap dump that its own runtime writes, which is looked at and deleted.</summary>
    Dump,
}
