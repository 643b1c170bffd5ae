namespace TaskFind.Scanning.Variables;

/// <summary>Takes apart the name that a C#, VB or F# compiler gives to the field that a variable is kept in.</summary>
/// <param name="Name">The variable's name in the source, <c>this</c> for the object that the method is of; null for a closure, and for what is no variable.</param>
/// <param name="IsClosure">Whether the field holds an object whose fields are variables: those that a lambda or a local function uses too.</param>
internal readonly record struct VariableName(string? Name, bool IsClosure)
{
    /// <summary>The name of the object that the method is of.</summary>
    public const string This = "this";

    /// <summary>What Visual Basic puts in front of the names of parameters, and of variables in closures.</summary>
    public const string VisualBasicPrefix = "$VB$Local_";

    private static readonly string[] s_closures = ["<>8__", "CS$<>8__locals", "$VB$Closure_", "$VB$NonLocal_$VB$Closure_", "$VB$ResumableLocal_$VB$Closure_"];
    private static readonly string[] s_vbLocals = ["$VB$ResumableLocal_", VisualBasicPrefix];

    /// <summary>What an F# machine keeps for its own use.</summary>
    private static readonly string[] s_own = ["Data", "ResumptionPoint", "ResumptionDynamicInfo"];

    /// <summary>Reads the name of a field of a state machine, or of a closure.</summary>
    public static VariableName Of(string? field)
    {
        if (string.IsNullOrEmpty(field) || s_own.Contains(field))
            return default;
        if (field is "<>4__this" or "$VB$Me")
            return new(This, false);
        if (s_closures.Any(c => field.StartsWith(c, StringComparison.Ordinal)))
            return new(null, true);
        if (field[0] == '<')
            return new(Hoisted(field), false);
        return new(field[0] == '$' ? OfVisualBasic(field) : field, false);
    }

    // "<order>5__2": a local; "<>u__1", "<>7__wrap1" and their like have no name.
    private static string? Hoisted(string field) =>
        field.IndexOf(">5__", StringComparison.Ordinal) is > 1 and var end ? field[1..end] : null;

    // "$VB$ResumableLocal_order$0".
    private static string? OfVisualBasic(string field)
    {
        if (s_vbLocals.FirstOrDefault(p => field.StartsWith(p, StringComparison.Ordinal)) is not { } prefix)
            return null;
        var name = field[prefix.Length..];
        return name.LastIndexOf('$') is > 0 and var end ? name[..end] : name;
    }
}
