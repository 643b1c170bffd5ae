using TaskFind.Scanning.Holding;

namespace TaskFind.Scanning.Contexts;

/// <summary>The static fields that hold AsyncLocals.</summary>
internal sealed class LocalHolders
{
    private readonly Dictionary<ulong, HolderField> _fields = [];
    private readonly HashSet<ulong> _currentActivity = [];

    /// <summary>Notes what a static field refers to; the program's fields name it better than the framework's.</summary>
    /// <param name="local">The AsyncLocal.</param>
    /// <param name="field">The field.</param>
    /// <param name="isCurrentActivity">Whether it is that of <c>Activity.Current</c>.</param>
    public void Note(ulong local, HolderField field, bool isCurrentActivity)
    {
        if (!_fields.TryGetValue(local, out var known) || known.Rank < field.Rank)
            _fields[local] = field;
        if (isCurrentActivity)
            _currentActivity.Add(local);
    }

    /// <summary>Gives the name of the field that holds an AsyncLocal; null when none does.</summary>
    public string? NameOf(ulong local) => _fields.GetValueOrDefault(local)?.Label;

    /// <summary>Tells whether an AsyncLocal is that of <c>Activity.Current</c>.</summary>
    public bool IsCurrentActivity(ulong local) => _currentActivity.Contains(local);
}
