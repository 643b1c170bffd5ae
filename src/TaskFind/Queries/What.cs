using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>What a search looks for: a method, a place, an HTTP request, an address or a Task.Id.</summary>
/// <param name="Text">The words as they were typed.</param>
internal abstract record What(string Text)
{
    /// <summary>Reads <c>Type.Method</c>, <c>0x7f…</c>, <c>Task-7</c>, <c>File.cs:41</c> or <c>GET /path</c>; throws <see cref="FormatException"/> for anything else.</summary>
    public static What Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim();
        if (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address)
                ? new AddressWhat(text, new ObjectAddress(address))
                : throw new FormatException($"'{text}' is not an address.");
        }

        if (word.StartsWith("Task-", StringComparison.OrdinalIgnoreCase))
        {
            return int.TryParse(word.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new TaskIdWhat(text, new TaskId(id))
                : throw new FormatException($"'{text}' is not a Task.Id: write Task-7.");
        }

        var colon = word.LastIndexOf(':');
        if (colon > 0 && int.TryParse(word.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return line > 0 ? new PlaceWhat(text, word[..colon], line) : throw new FormatException($"'{text}' is not a place: lines are counted from 1.");
        if (RequestWhat.TryParse(text, word) is { } request)
            return request;
        return new MethodWhat(text, MethodPattern.Parse(word));
    }

    /// <summary>Makes the tests for the nodes and running methods of one graph.</summary>
    public abstract Matcher On(TaskGraph graph, bool ignoreCase);
}
