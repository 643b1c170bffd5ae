using System.Text;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Turns the runtime's type names into C#'s: <c>System.Threading.Tasks.Task&lt;System.Int32&gt;</c> is <c>Task&lt;int&gt;</c>.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.SByte"] = "sbyte", ["System.Char"] = "char",
        ["System.Int16"] = "short", ["System.UInt16"] = "ushort", ["System.Int32"] = "int", ["System.UInt32"] = "uint",
        ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.Single"] = "float", ["System.Double"] = "double",
        ["System.Decimal"] = "decimal", ["System.String"] = "string", ["System.Object"] = "object", ["System.Void"] = "void",
        ["System.__Canon"] = "T",
    };

    /// <summary>Tells whether a type or one of its base types has this full name.</summary>
    public static bool DerivesFrom(ClrType type, string name)
    {
        var current = type;
        for (var i = 0; i < Limits.Scan.Bases && current is not null; i++, current = current.BaseType)
        {
            if (current.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>Gives the name without namespaces, nested types with dots, and C#'s keywords, tuples and <c>int?</c>.</summary>
    public static string Display(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "?";
        var text = new StringBuilder();
        var closers = new Stack<char>();
        var source = name.AsSpan(0, Math.Min(name.Length, Limits.Scan.TypeNameLength));
        for (var i = 0; i < source.Length;)
        {
            var end = EndOfName(source, i);
            if (end > i)
            {
                i = end < source.Length && source[end] == '<' && Sugar(source, i, end) is { } sugar
                    ? Open(text, closers, sugar, end)
                    : AppendName(text, source[i..end], end);
                continue;
            }

            var c = source[i++];
            if (c == '<')
                closers.Push('>');
            text.Append(c switch { '+' => ".", ',' => ", ", '>' when closers.TryPop(out var closer) => closer.ToString(), _ => c.ToString() });
            if (c == ',' && i < source.Length && source[i] == ' ')
                i++;
        }

        return source.Length < name.Length ? text.Append('…').ToString() : text.ToString();
    }

    /// <summary>Gives the text between the first angle brackets of a name, <c>System.Int32</c> of <c>Task&lt;System.Int32&gt;</c>; empty for none.</summary>
    public static string FirstArguments(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
            return "";
        var depth = 0;
        for (var i = open; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (depth == 0)
                return name[(open + 1)..i];
        }

        return "";
    }

    /// <summary>Gives what C# writes round the arguments of a tuple of two or more and of a nullable value; null for other types.</summary>
    private static (string Opening, char Closing)? Sugar(ReadOnlySpan<char> source, int start, int end) => source[start..end] switch
    {
        "System.Nullable" => ("", '?'),
        "System.ValueTuple" when HasComma(source[end..EndOfBrackets(source, end)]) => ("(", ')'),
        _ => null,
    };

    private static bool HasComma(ReadOnlySpan<char> arguments)
    {
        var depth = 0;
        foreach (var c in arguments)
        {
            depth += c is '<' or '[' ? 1 : c is '>' or ']' ? -1 : 0;
            if (c == ',' && depth == 1)
                return true;
        }

        return false;
    }

    private static int Open(StringBuilder text, Stack<char> closers, (string Opening, char Closing) sugar, int bracket)
    {
        text.Append(sugar.Opening);
        closers.Push(sugar.Closing);
        return bracket + 1;
    }

    /// <summary>Finds where an identifier ends: a dotted name, or a compiler's name such as <c>&lt;Main&gt;d__0</c> at the start or after a '+' or '.'.</summary>
    private static int EndOfName(ReadOnlySpan<char> name, int start)
    {
        var i = start;
        while (i < name.Length)
        {
            if (name[i] == '<' && (i == 0 || name[i - 1] is '+' or '.' || (i == start && name[i - 1] is '<' or ' ' or ',')))
                i = EndOfBrackets(name, i);
            else if (name[i] is '<' or '>' or ',' or '+' or '[' or ']' or '*' or '&' or ' ')
                break;
            else
                i++;
        }

        return i;
    }

    private static int EndOfBrackets(ReadOnlySpan<char> name, int open)
    {
        var depth = 0;
        for (var i = open; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }

        return name.Length;
    }

    private static int AppendName(StringBuilder text, ReadOnlySpan<char> name, int end)
    {
        if (s_keywords.TryGetValue(name.ToString(), out var keyword))
        {
            text.Append(keyword);
            return end;
        }

        var generated = name.IndexOf('<');
        var head = generated < 0 ? name : name[..generated];
        var bare = name[(head.LastIndexOf('.') + 1)..];
        var arity = bare.IndexOf('`');
        text.Append(arity < 0 ? bare : bare[..arity]);
        return end;
    }
}
