namespace TaskFind.IntegrationTests.Conditions;

/// <summary>How a target is after a look.</summary>
internal enum After
{
    /// <summary>There is none that runs: a dump, or no process at all.</summary>
    NoProcess,

    /// <summary>It runs: no thread of it stands still, and it does what it is told.</summary>
    Runs,

    /// <summary>It stands still as it did before, by somebody else's will.</summary>
    StandsAsBefore,

    /// <summary>It has ended, as it was about to.</summary>
    HasEnded,
}
