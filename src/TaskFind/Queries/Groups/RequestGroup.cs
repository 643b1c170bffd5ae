using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>Requests of one method and route, or path where no route was chosen.</summary>
/// <param name="First">The oldest of them; the first, where there are no ages.</param>
/// <param name="Count">How many there are.</param>
internal sealed record RequestGroup(RequestInfo First, int Count)
{
    /// <summary>Gives the groups of a graph's requests, those with most first.</summary>
    public static IReadOnlyList<RequestGroup> Of(IEnumerable<RequestInfo> requests) =>
        [.. requests.GroupBy(r => (r.Method, r.Route ?? r.Path)).Select(g => new RequestGroup(Oldest(g), g.Count())).OrderByDescending(g => g.Count)];

    private static RequestInfo Oldest(IEnumerable<RequestInfo> requests) => requests.MaxBy(r => r.Age ?? TimeSpan.MinValue)!;
}
