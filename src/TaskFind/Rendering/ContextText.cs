using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says what flows with a task, <c>Activity [name:'GET /checkout', trace:'4bf9…', span:'00f0…'], OrderContext.s_tenant='acme'</c>.</summary>
internal static class ContextText
{
    /// <summary>Says it on one line; in full, nothing that was read is left out.</summary>
    public static string Of(ContextInfo context, bool full) => string.Join(", ", Items(context, full));

    /// <summary>Gives one text for the activity, and one for each AsyncLocal.</summary>
    public static IReadOnlyList<string> Items(ContextInfo context, bool full)
    {
        var items = new List<string>();
        if (context.Activity is { } activity)
            items.Add(Of(activity));
        items.AddRange(ValueWords.Items(context.Locals, context.Omitted, full, Of));
        return items;
    }

    private static string Of(ActivityInfo activity)
    {
        var text = new Bracketed("Activity");
        if (activity.Name is { } name)
            text.Add("name", Escaping.Quoted(name));
        if (activity.TraceId is { } trace)
            text.Add("trace", Escaping.Quoted(trace));
        if (activity.SpanId is { } span)
            text.Add("span", Escaping.Quoted(span));
        if (activity.Id is { } id)
            text.Add("id", Escaping.Quoted(id));
        return text.Text();
    }

    private static string Of(LocalInfo local) =>
        $"{(local.Name is { } name ? ValueWords.Plain(name) : $"{ValueWords.Plain(local.Type)} at {local.Address}")}={ValueWords.Of(local.Value)}";
}
