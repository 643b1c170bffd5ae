namespace TaskFind.Targets;

/// <summary>Says why a target could not be looked at.</summary>
public enum TargetTrouble
{
    /// <summary>No process has this id.</summary>
    NoSuchProcess,

    /// <summary>No .NET process has this name, or there is no .NET process at all.</summary>
    NoSuchName,

    /// <summary>No file is at this path.</summary>
    NoSuchFile,

    /// <summary>Several processes fit; the exception lists them.</summary>
    SeveralProcesses,

    /// <summary>The process asked for is the one that asks.</summary>
    OwnProcess,

    /// <summary>No .NET runtime is loaded in the target.</summary>
    NotDotNet,

    /// <summary>The system does not let this user read the target.</summary>
    NoPermission,

    /// <summary>The file is not a core dump.</summary>
    NotADump,

    /// <summary>The dump ends before its data does.</summary>
    DumpCutShort,

    /// <summary>The dump holds no objects, only stacks.</summary>
    DumpWithoutHeap,

    /// <summary>The capture is damaged, or a newer version wrote it.</summary>
    BadCapture,

    /// <summary>Somebody else could have written the runtime's debugging library.</summary>
    UntrustedDac,

    /// <summary>The runtime's debugging library was not found.</summary>
    NoDac,

    /// <summary>The runtime's debugging library could not make sense of the target.</summary>
    DacFailed,

    /// <summary>The process's runtime could not be asked to write a dump.</summary>
    NoPort,

    /// <summary>Another debugger holds the process.</summary>
    AlreadyTraced,

    /// <summary>The process did not come to a stop in time.</summary>
    Timeout,

    /// <summary>The process ended while it was looked at.</summary>
    TargetGone,

    /// <summary>This kind of target cannot be looked at from this machine.</summary>
    Unsupported,
}
