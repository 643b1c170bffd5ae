using System.Globalization;

namespace TaskFind.Tests.Rendering;

/// <summary>The reference parser of the repr: what it cannot read, the renderer must not write.</summary>
internal sealed class ReprParser
{
    private static readonly string[] StandWords = ["awaiting", "running", "queued", "not started", "yielded", "done"];
    private readonly ReprScanner _text;

    private ReprParser(string text) => _text = new ReprScanner(text);

    public static ParsedRepr Parse(string text)
    {
        var parser = new ReprParser(text);
        var repr = parser.Repr();
        return parser._text.AtEnd ? repr : throw new FormatException($"more after the end: {text}");
    }

    private ParsedRepr Repr()
    {
        _text.Expect("<");
        var repr = _text.Take("no Task yet") ? new ParsedRepr("no Task yet", null, null) : Head();
        if (_text.Take(" coro=<"))
        {
            repr = repr with { Coro = Hop(_text.Value("(")) };
            _text.Expect(">");
        }

        if (_text.Take(" request=<"))
            repr = repr with { Request = Items(">") };
        if (_text.Take(" wait_for=<"))
            repr = repr with { WaitFor = Items(">") };
        if (_text.Take(" locals=["))
            repr = repr with { Locals = new ContextParser(_text).Variables() };
        if (_text.Take(" context=<"))
            repr = repr with { Context = new ContextParser(_text).Parse() };
        if (_text.Take(" exception="))
        {
            repr = repr with { ExceptionType = _text.Value("(") };
            _text.Expect("(");
            if (!_text.Sees(")"))
                repr = repr with { ExceptionMessage = _text.Value("") };
            _text.Expect(")");
        }
        else if (_text.Take(" result="))
        {
            repr = repr with { Result = _text.Value(" ") };
        }

        if (_text.Take(" cb=[]"))
            repr = repr with { Callbacks = [] };
        else if (_text.Take(" cb=["))
            repr = repr with { Callbacks = Items("]") };
        _text.Expect(">");
        return repr;
    }

    private ParsedRepr Head()
    {
        var type = _text.Take("async void") ? "async void" : _text.Take("async iterator") ? "async iterator" : _text.Value(" ");
        _text.Expect(" ");
        var state = _text.Value(" ");
        if (state is not ("pending" or "cancelling" or "finished" or "cancelled"))
            throw new FormatException($"no state: {state}");
        _text.Expect(" name=");
        return new ParsedRepr(type, state, _text.Value(" "));
    }

    private List<ParsedItem> Items(string end)
    {
        var items = new List<ParsedItem>();
        do
            items.Add(Item());
        while (_text.Take(", "));
        _text.Expect(end);
        return items;
    }

    private ParsedItem Item()
    {
        if (_text.Take("..."))
            return new ParsedItem("dots", "...");
        if (_text.SeesDigitAfter("<"))
        {
            _text.Expect("<");
            var count = _text.Number().ToString(CultureInfo.InvariantCulture);
            var what = _text.Take(" more>") ? "more" : _text.Take(" framework>") ? "framework" : _text.Take("+ deeper>") ? "deeper" : throw new FormatException("left out?");
            return new ParsedItem("leftOut", what) { Value = count };
        }

        if (_text.SeesDigitAfter("thread "))
        {
            _text.Expect("thread ");
            var thread = _text.Number().ToString(CultureInfo.InvariantCulture);
            return new ParsedItem("thread", thread) { Facts = Facts() };
        }

        var name = _text.Value(" ,:(");
        if (_text.Sees("("))
            return Hop(name);
        if (_text.Take(":"))
            return new ParsedItem("fact", name) { Value = _text.Value(" ,") };
        var label = _text.Sees(" '") || _text.Sees(" \"") ? Label() : null;
        return new ParsedItem("resource", name) { Value = label, Facts = Facts() };
    }

    private string Label()
    {
        _text.Expect(" ");
        return _text.Value(" ");
    }

    private ParsedItem Hop(string name)
    {
        _text.Expect("(");
        var parameters = _text.Sees(")") ? "" : _text.Value("");
        _text.Expect(")");
        var word = "";
        if (!_text.Sees(" at "))
        {
            word = Array.Find(StandWords, w => _text.Take(" " + w)) ?? "";
            if (word == "done" && _text.Take(", defined"))
                word = "defined";
        }

        string? file = null;
        int? line = null, offset = null;
        if (_text.Take(" at IL_"))
            offset = _text.Hex();
        else if (_text.Take(" at "))
            (file, line) = Place();
        var facts = Facts();
        int? thread = _text.Take(" on thread ") ? _text.Number() : null;
        if (facts.Count == 0 || thread is not null)
            facts = [.. facts, .. Facts()];
        return new ParsedItem("hop", name) { Parameters = parameters, Stand = new ParsedStand(word, file, line, offset, thread, facts) };
    }

    private (string File, int Line) Place()
    {
        if (_text.Sees("'") || _text.Sees("\""))
        {
            var quoted = _text.Value("");
            _text.Expect(":");
            return (quoted, _text.Number());
        }

        var plain = _text.Value(" ,");
        var colon = plain.LastIndexOf(':');
        return (plain[..colon], int.Parse(plain.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private List<ParsedItem> Facts()
    {
        var facts = new List<ParsedItem>();
        while (_text.Take(" ["))
            facts.AddRange(Items("]"));
        return facts;
    }
}
