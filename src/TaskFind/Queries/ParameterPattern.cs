using System.Text;
using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The parameters of a pattern, <c>(int, string)</c>: as C# writes them, or as a .NET stack trace does, <c>(Int32 n, System.String s)</c>.</summary>
internal sealed class ParameterPattern
{
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal) { "ref", "out", "in", "params", "this", "scoped", "readonly" };

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "bool",
        ["Byte"] = "byte",
        ["SByte"] = "sbyte",
        ["Char"] = "char",
        ["Int16"] = "short",
        ["UInt16"] = "ushort",
        ["Int32"] = "int",
        ["UInt32"] = "uint",
        ["Int64"] = "long",
        ["UInt64"] = "ulong",
        ["IntPtr"] = "nint",
        ["UIntPtr"] = "nuint",
        ["Single"] = "float",
        ["Double"] = "double",
        ["Decimal"] = "decimal",
        ["String"] = "string",
        ["Object"] = "object",
    };

    private readonly string[] _types;

    private ParameterPattern(string[] types) => _types = types;

    /// <summary>Reads what stands between the parentheses.</summary>
    public static ParameterPattern Parse(string list) => new([.. NameParts.List(list).Select(p => Plain(WithoutName(p)))]);

    /// <summary>Tells whether a method has these parameters.</summary>
    public bool Fits(TaskMethod method, bool ignoreCase)
    {
        // Our own lines leave the types out where no overload needs them: a "Run()" that is copied from one means that method.
        if (_types.Length == 0 && !method.IsOverloaded)
            return true;
        var actual = NameParts.List(method.Parameters);
        if (actual.Length != _types.Length)
            return false;
        for (var i = 0; i < actual.Length; i++)
        {
            if (!Glob.IsMatch(_types[i], Plain(actual[i]), ignoreCase))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Brings a type into one form: without namespaces and outer types, with the keywords of C#, and with blanks between words only.
    /// Wrongly the same: nested types of one name in different outer types.
    /// </summary>
    private static string Plain(string type)
    {
        var output = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= type.Length; i++)
        {
            if (i < type.Length && (char.IsLetterOrDigit(type[i]) || type[i] is '_' or '.' or '+'))
                continue;
            output.Append(Word(type[start..i]));
            if (i < type.Length && !(type[i] == ' ' && i > 0 && type[i - 1] == ','))
                output.Append(type[i]);
            start = i + 1;
        }

        return output.ToString();
    }

    private static string Word(string path)
    {
        var name = path[(path.LastIndexOfAny(['.', '+']) + 1)..];
        return Keywords.GetValueOrDefault(name, name);
    }

    private static string WithoutName(string parameter)
    {
        var words = NameParts.Words(parameter);
        var modifiers = words.TakeWhile(Modifiers.Contains).Count();
        return words.Count - modifiers == 2 ? string.Join(' ', words.Take(modifiers + 1)) : parameter;
    }
}
