namespace TargetShared;

/// <summary>One started method, which has to come to stand at a site.</summary>
internal sealed class Owner
{
    /// <summary>The Task that the method returned, when it returned one.</summary>
    public Task? Task { get; set; }

    /// <summary>False when the method cannot be let go.</summary>
    public bool Ends { get; set; } = true;

    /// <summary>True once the method has named the site at which it parks.</summary>
    public volatile bool HasParked;
}
