using TaskFind.Targets;

namespace TaskFind;

/// <summary>Says what a look is for and how it goes about it.</summary>
public sealed record LookOptions
{
    /// <summary>Gets what will be searched for, as <c>graph.Find</c> takes it: when it matches nothing, the loaded methods are kept that tell why.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// Gets whether the graph needs to hold only the tasks that <see cref="Pattern"/> may mean, and what is connected with them: a look for one method among a
    /// million tasks then costs a third. A pattern that is no method's has the whole graph.
    /// </summary>
    public bool RelatedOnly { get; init; }

    /// <summary>Gets whether results are read, and the variables of suspended methods; they are the target's data, so they are left alone unless asked for.</summary>
    public bool Values { get; init; }

    /// <summary>
    /// Gets whether the activity and the AsyncLocals of tasks are read; they are the target's data, as results are. With <see cref="RelatedOnly"/>, those of the
    /// tasks that <see cref="Pattern"/> may mean.
    /// </summary>
    public bool Context { get; init; }

    /// <summary>
    /// Gets whether the whole heap is followed from its roots, to tell which completion sources nothing can complete any more: some seconds for each gigabyte. Only
    /// for a dump, one that the process writes for the look included; a live process would stand still for too long. The graph is then whole, whatever
    /// <see cref="RelatedOnly"/> says.
    /// </summary>
    public bool Deep { get; init; }

    /// <summary>Gets the folders, searched with their subfolders, that may hold modules and PDBs of the target.</summary>
    public IReadOnlyList<string> SymbolFolders { get; init; } = [];

    /// <summary>Gets the path of the runtime's debugging library (DAC), when the one beside the target's runtime will not do.</summary>
    public string? DacPath { get; init; }

    /// <summary>Gets whether to load a DAC that somebody else than root or the current user could have written.</summary>
    public bool TrustDac { get; init; }

    /// <summary>Gets how a process is looked at: live, or through a heap dump that it writes itself.</summary>
    public LookVia Via { get; init; }

    /// <summary>Gets how long reading the target may take before the look is cut short.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long the target may stand still before the look is cut short; null for as long as it takes.</summary>
    public TimeSpan? MaxPause { get; init; }

    /// <summary>Gets who is told, in a few words, what is going on.</summary>
    public IProgress<string>? Progress { get; init; }
}
