using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds what is known of one async state machine type, whatever its type arguments, as plain data.</summary>
internal sealed class StateMachineCode
{
    private readonly Dictionary<int, AwaitSite> _sites;

    public StateMachineCode(MachineShape shape, MethodDefinitionHandle kickoff, MethodName method, IReadOnlyList<AwaitSite> sites)
    {
        Shape = shape;
        Kickoff = kickoff;
        Method = method;
        _sites = [];
        foreach (var site in sites)
        {
            _sites.TryAdd(site.State, site);
        }

        Sites = sites;
        AwaitCount = sites.Count(s => !s.IsYield);
    }

    /// <summary>The type and its MoveNext.</summary>
    public MachineShape Shape { get; }

    /// <summary>The method it was made from; nil where that is not known.</summary>
    public MethodDefinitionHandle Kickoff { get; }

    /// <summary>That method's name.</summary>
    public MethodName Method { get; }

    /// <summary>The name of the field that keeps the state.</summary>
    public string StateField => Shape.StateField;

    /// <summary>Whether it is an async iterator.</summary>
    public bool IsIterator => Shape.IsIterator;

    /// <summary>The compiler family that made it.</summary>
    public MachineLanguage Language => Shape.Language;

    /// <summary>Where the method's body begins; null without a PDB.</summary>
    public SourceLine? DefinedAt { get; init; }

    /// <summary>The number of awaits.</summary>
    public int AwaitCount { get; }

    /// <summary>All sites in the order of the IL.</summary>
    public IReadOnlyList<AwaitSite> Sites { get; }

    /// <summary>Why the sites are not known.</summary>
    public string? WhyNoSites { get; init; }

    /// <summary>Answers the place where a machine of that state is suspended; null where that state is no suspension.</summary>
    public AwaitSite? Site(int state) => _sites.GetValueOrDefault(state);
}
