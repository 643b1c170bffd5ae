using TaskFind.Model;

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
}
