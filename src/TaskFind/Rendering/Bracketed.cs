using System.Globalization;
using System.Runtime.CompilerServices;

namespace TaskFind.Rendering;

/// <summary>Puts together a name and, in brackets, its facts: <c>SemaphoreSlim [value:0, waiter:1/3]</c>; the brackets come with the first fact.</summary>
internal ref struct Bracketed
{
    private DefaultInterpolatedStringHandler _text;
    private bool _isOpen;

    public Bracketed(string name)
    {
        _text = new DefaultInterpolatedStringHandler(name.Length, 4, CultureInfo.InvariantCulture);
        _text.AppendLiteral(name);
    }

    /// <summary>Adds a fact as it is.</summary>
    public void Add(string fact)
    {
        Separate();
        _text.AppendLiteral(fact);
    }

    public void Add(string key, string value)
    {
        Begin(key);
        _text.AppendLiteral(value);
    }

    public void Add(string key, long value)
    {
        Begin(key);
        _text.AppendFormatted(value);
    }

    /// <summary>Adds a number unless it is not known.</summary>
    public void AddKnown(string key, int? value)
    {
        if (value is { } number)
            Add(key, number);
    }

    /// <summary>Adds a part of a whole.</summary>
    public void Add(string key, long value, long total)
    {
        Add(key, value);
        _text.AppendLiteral("/");
        _text.AppendFormatted(total);
    }

    /// <summary>Gives the text; nothing can be added after that.</summary>
    public string Text()
    {
        if (_isOpen)
            _text.AppendLiteral("]");
        return _text.ToStringAndClear();
    }

    private void Begin(string key)
    {
        Separate();
        _text.AppendLiteral(key);
        _text.AppendLiteral(":");
    }

    private void Separate()
    {
        _text.AppendLiteral(_isOpen ? ", " : " [");
        _isOpen = true;
    }
}
