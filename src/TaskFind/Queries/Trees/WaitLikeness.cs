using TaskFind.Model;

namespace TaskFind.Queries.Trees;

/// <summary>Says what makes two waits the same to a reader: the kind, the name and the field, but neither times nor positions.</summary>
internal static class WaitLikeness
{
    /// <summary>Gives a text that is equal for waits that are alike.</summary>
    public static string Of(Wait? wait)
    {
        if (wait is null)
            return "";
        var name = wait switch
        {
            CompletionSourceWait source => source.Type,
            ResourceWait resource => resource.Name,
            OtherWait other => other.Type,
            _ => "",
        };
        return $"{wait.Kind} {name} {wait.Fact("field")?.Words} {wait.Fact("in")?.Words}";
    }
}
