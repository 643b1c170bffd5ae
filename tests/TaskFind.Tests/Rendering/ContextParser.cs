using TaskFind.Model;

namespace TaskFind.Tests.Rendering;

/// <summary>Reads the parts of a repr that say what flows with a task, and which variables its method has.</summary>
internal sealed class ContextParser(ReprScanner text)
{
    public ParsedContext Parse()
    {
        Dictionary<string, string>? activity = null;
        var locals = new List<ParsedLocal>();
        var omitted = 0;
        do
        {
            if (text.SeesDigitAfter("<"))
                omitted = More();
            else if (activity is null && locals.Count == 0 && (text.Sees("Activity [") || text.Sees("Activity,") || text.Sees("Activity>")))
                activity = Activity();
            else
                locals.Add(Local());
        }
        while (text.Take(", "));
        text.Expect(">");
        return new ParsedContext(activity, locals, omitted);
    }

    public ParsedContext Variables()
    {
        var locals = new List<ParsedLocal>();
        var omitted = 0;
        do
        {
            if (text.SeesDigitAfter("<"))
                omitted = More();
            else
                locals.Add(Local());
        }
        while (text.Take(", "));
        text.Expect("]");
        return new ParsedContext(null, locals, omitted);
    }

    private int More()
    {
        text.Expect("<");
        var count = text.Number();
        text.Expect(" more>");
        return count;
    }

    private Dictionary<string, string> Activity()
    {
        var facts = new Dictionary<string, string>();
        text.Expect("Activity");
        if (!text.Take(" ["))
            return facts;
        do
        {
            var key = text.Value(":");
            text.Expect(":");
            facts.Add(key, text.Value(" ,"));
        }
        while (text.Take(", "));
        text.Expect("]");
        return facts;
    }

    private ParsedLocal Local()
    {
        var label = text.Value(" ,=");
        var at = text.Take(" at ") ? text.Value("=") : null;
        text.Expect("=");
        if (text.Sees("'") || text.Sees("\""))
            return new ParsedLocal(label, at, LocalValueKind.Text, text.Value(""), null);
        if (text.Take("<"))
        {
            var type = text.Value(" ");
            var where = text.Take(" at ") ? text.Value("") : null;
            text.Expect(">");
            return new ParsedLocal(label, at, LocalValueKind.Other, type, where);
        }

        var value = text.Value(" ,");
        var kind = value switch { "null" => LocalValueKind.Null, "?" => LocalValueKind.Unknown, _ => LocalValueKind.Plain };
        return new ParsedLocal(label, at, kind, kind == LocalValueKind.Plain ? value : null, null);
    }
}
