using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Says which HTTP request is handled, <c>Request [method:GET, path:'/checkout/17', route:'/checkout/{id}', age:3.2s]</c>.</summary>
internal static class RequestText
{
    public static string Of(RequestInfo request)
    {
        var text = new Bracketed("Request");
        if (request.Method is { } method)
            text.Add("method", Escaping.Name(method));
        if (request.Path is { } path)
            text.Add("path", Escaping.Quoted(path));
        if (request.Route is { } route)
            text.Add("route", Escaping.Quoted(route));
        if (request.Age is { } age)
            text.Add("age", Durations.Text(age));
        return text.Text();
    }

    /// <summary>Says its method and path, <c>GET /checkout/17</c>.</summary>
    public static string Path(RequestInfo request) => Words(request.Method, request.Path ?? request.Route);

    /// <summary>Says what requests of one kind have in common, <c>GET /checkout/{id}</c>.</summary>
    public static string Route(RequestGroup group) => Words(group.First.Method, group.First.Route ?? group.First.Path);

    /// <summary>Says for which requests a line of several tasks stands, with the age of the oldest; empty for none: <c> [request:'GET /checkout/{id}', oldest:3.2s]</c>.</summary>
    public static string Suffix(IReadOnlyList<RequestGroup> groups)
    {
        if (groups.Count == 0)
            return "";
        var text = new Bracketed("");
        text.Add("request", Escaping.Quoted(Route(groups[0])));
        if (groups.Count > 1)
            text.Add(string.Create(CultureInfo.InvariantCulture, $"<{groups.Count - 1} more>"));
        if (groups.Max(g => g.First.Age) is { } age)
            text.Add(groups is [{ Count: 1 }] ? "age" : "oldest", Durations.Text(age));
        return text.Text();
    }

    private static string Words(string? method, string? path) => Escaping.Text(method is null ? path ?? "?" : $"{method} {path}");
}
