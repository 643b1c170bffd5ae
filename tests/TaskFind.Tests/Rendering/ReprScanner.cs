using System.Globalization;
using System.Text;

namespace TaskFind.Tests.Rendering;

/// <summary>Reads the tokens of a repr: words, quoted strings, and what stands in brackets.</summary>
internal sealed class ReprScanner(string text)
{
    private int _at;

    public bool AtEnd => _at == text.Length;

    public bool Sees(string words) => text.AsSpan(_at).StartsWith(words, StringComparison.Ordinal);

    public bool SeesDigitAfter(string words) => Sees(words) && _at + words.Length < text.Length && char.IsAsciiDigit(text[_at + words.Length]);

    public bool Take(string words)
    {
        if (!Sees(words))
            return false;
        _at += words.Length;
        return true;
    }

    public void Expect(string words)
    {
        if (!Take(words))
            throw new FormatException($"'{words}' expected at {_at}: {text[_at..]}");
    }

    public int Number() => int.Parse(While(char.IsAsciiDigit), CultureInfo.InvariantCulture);

    public int Hex() => int.Parse(While(char.IsAsciiHexDigit), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Reads a quoted string or a plain one, which ends at a delimiter outside of its brackets.</summary>
    public string Value(string delimiters)
    {
        if (Sees("'") || Sees("\""))
            return Quoted();
        var start = _at;
        var open = new Stack<char>();
        for (; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (_at == start && text.AsSpan(_at).StartsWith(">=", StringComparison.Ordinal))
                _at++; // a lower bound, overdue:>=0.8s
            else if (open.Count == 0 && (delimiters.Contains(c, StringComparison.Ordinal) || c is '>' or ']' or ')'))
                break;
            else if (text.AsSpan(_at).StartsWith("<=", StringComparison.Ordinal))
                _at++; // an upper bound, left:<=0.8s
            else if (c is '<' or '[' or '(')
                open.Push(c);
            else if (c is '>' or ']' or ')' && open.Pop() != c switch { '>' => '<', ']' => '[', _ => '(' })
                throw new FormatException($"brackets do not balance at {_at}: {text}");
            else if (c is '\'' or '"' or '\\' || c < ' ')
                throw new FormatException($"a plain word holds {c} at {_at}: {text}");
        }

        return _at > start ? text[start.._at] : throw new FormatException($"a word expected at {_at}: {text}");
    }

    private string Quoted()
    {
        var output = new StringBuilder();
        var quote = text[_at++];
        while (text[_at] != quote)
        {
            if (text[_at] < ' ')
                throw new FormatException($"raw control character at {_at}");
            output.Append(text[_at] == '\\' ? Escape() : text[_at++].ToString());
        }

        _at++;
        return Take("...") ? output.Append("...").ToString() : output.ToString();
    }

    private string Escape()
    {
        var kind = text[_at + 1];
        _at += 2;
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return kind switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '\\' or '\'' or '"' => kind.ToString(), _ => throw new FormatException($"\\{kind}") };
        var value = int.Parse(text.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _at += digits;
        return value < 0x10000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);
    }

    private string While(Func<char, bool> test)
    {
        var start = _at;
        while (_at < text.Length && test(text[_at]))
            _at++;
        return text[start.._at];
    }
}
