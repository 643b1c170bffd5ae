using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says which HTTP request is handled, <c>Request [method:GET, path:'/checkout/17', route:'/checkout/{id}', age:3.2s]</c>.</summary>
internal static class RequestText
{
    public static string Of(RequestInfo request)
    {
        var facts = new List<WaitFact>(4);
        if (request.Method is { } method)
            facts.Add(WaitFact.Name("method", method));
        if (request.Path is { } path)
            facts.Add(WaitFact.Text("path", path));
        if (request.Route is { } route)
            facts.Add(WaitFact.Text("route", route));
        if (request.Age is { } age)
            facts.Add(WaitFact.Time("age", (long)age.TotalMilliseconds));
        return facts.Count == 0 ? "Request" : $"Request [{string.Join(", ", facts.Select(FactText.Of))}]";
    }
}
