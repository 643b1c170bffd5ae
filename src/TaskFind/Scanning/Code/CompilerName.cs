using System.Globalization;

namespace TaskFind.Scanning.Code;

/// <summary>Takes apart a name that a C#, VB or F# compiler made, such as "&lt;Run&gt;g__Local|0_1".</summary>
/// <param name="Method">The name of the containing method, itself perhaps made by a compiler; null for a plain name.</param>
/// <param name="Kind">'d' state machine, 'b' lambda, 'g' local function, 'c' closure, '$' the top-level statements, '?' another made name.</param>
/// <param name="Own">What follows the kind: a local function's name, a lambda's numbers.</param>
internal readonly record struct CompilerName(string? Method, char Kind, string Own)
{
    /// <summary>The word for a method without a name.</summary>
    public const string Lambda = "<lambda>";

    /// <summary>The word for the method that holds a program's top-level statements.</summary>
    public const string TopLevel = "<top-level>";

    /// <summary>Whether a compiler made it.</summary>
    public bool IsMade => Method is not null || Kind != '\0';

    /// <summary>The ordinal of a lambda within its method, or null.</summary>
    public int? Ordinal => Kind == 'b' && int.TryParse(Own.AsSpan(Own.LastIndexOf('_') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Takes a metadata name apart.</summary>
    public static CompilerName Parse(string name)
    {
        if (name.StartsWith("_Lambda$__", StringComparison.Ordinal) || name.StartsWith("_Closure$__", StringComparison.Ordinal))
        {
            return new CompilerName(null, name[1] == 'L' ? 'b' : 'c', name[10..]);
        }

        if (!name.StartsWith('<'))
        {
            return new CompilerName(null, '\0', name);
        }

        var end = Matching(name);
        if (end < 0)
        {
            return new CompilerName(null, '?', name);
        }

        var method = name[1..end];
        if (end + 1 == name.Length)
        {
            // "<Main>" is the synchronous entry point the compiler puts around an async Main.
            return new CompilerName(null, '\0', method);
        }

        var own = name[(end + 2)..];
        return name[end + 1] switch
        {
            '$' when own.Length == 0 => new CompilerName(null, '$', TopLevel),
            'g' => new CompilerName(method, 'g', LocalName(own)),
            'b' => new CompilerName(method, 'b', own),
            'd' => new CompilerName(method, 'd', own),
            'c' => new CompilerName(method, 'c', own),
            'F' => new CompilerName(null, '\0', FileLocalName(own)),
            _ => new CompilerName(method, '?', own),
        };
    }

    private static int Matching(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    // "__Local|0_1": between the underscores and the bar.
    private static string LocalName(string own)
    {
        var bar = own.LastIndexOf('|');
        return own.StartsWith("__", StringComparison.Ordinal) && bar > 2 ? own[2..bar] : own;
    }

    // "<File>F" + 64 hex digits + "__Name".
    private static string FileLocalName(string own)
    {
        var at = own.IndexOf("__", StringComparison.Ordinal);
        return at >= 0 ? own[(at + 2)..] : own;
    }
}
