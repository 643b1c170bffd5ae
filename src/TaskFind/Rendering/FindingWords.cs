using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Rendering;

/// <summary>Turns the words of findings into text: tasks, waits, threads, times and names of the target are said as everywhere, and escaped.</summary>
internal sealed class FindingWords : IFormatProvider, ICustomFormatter
{
    private readonly StandText _stand;
    private readonly WaitText _waits;
    private readonly Repr _repr;

    public FindingWords(TaskGraph graph, ReprOptions options)
    {
        _stand = new StandText(PlaceNames.For(graph), options);
        _waits = new WaitText(_stand, options);
        _repr = new Repr(graph, options);
    }

    /// <summary>Says it.</summary>
    public string Of(FormattableString words) => words.ToString(this);

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "nothing known",
        FormattableString words => Of(words),
        TaskNode node => _waits.Node(node),
        WaitsOf { Node: var node } => _repr.WaitsFor(node) ?? "nothing known",
        Wait wait => _waits.Short(wait),
        TaskThread thread => ThreadText.Who([thread]),
        IReadOnlyList<TaskThread> threads => ThreadText.Who(threads),
        ThreadFrame frame => WaitText.Call(frame.Method) + _stand.At(frame.Point),
        TaskMethod method => WaitText.Call(method),
        TimeSpan time => Durations.Text(time),
        string text => Escaping.Text(text),
        IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
        _ => Escaping.Text(arg.ToString() ?? ""),
    };
}
