using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Lists the paths under which a method can be searched.</summary>
internal static class MethodPaths
{
    private const string TopLevel = "<top-level>";
    private const string Lambda = "<lambda";

    /// <summary>
    /// Gives the whole path first; then, for a local function or an explicit implementation, the path without what stands between type and
    /// name; for a lambda, that of the method it stands in; for top-level statements, <c>Main</c>.
    /// </summary>
    public static IReadOnlyList<GenericName[]> Of(TaskMethod method)
    {
        var name = NameParts.Path(method.Name);
        GenericName[] type = [.. NameParts.Path(method.Namespace).Concat(NameParts.Path(method.Type)).Select(GenericName.Parse)];
        var paths = new List<GenericName[]> { Join(type, name) };
        if (name.Count > 1)
            paths.Add(Join(type, name[^1..]));
        if (method.SearchName != method.Name)
        {
            var search = NameParts.Path(method.SearchName);
            paths.Add(Join(type, search));
            if (search.Count > 1)
                paths.Add(Join(type, search[^1..]));
        }

        if (name.Count > 1 && name[^1].StartsWith(Lambda, StringComparison.Ordinal))
            paths.Add(Join(type, name[..^1]));
        if (name.Count > 0 && name[0] == TopLevel && (name.Count == 1 || name[^1].StartsWith(Lambda, StringComparison.Ordinal)))
            paths.Add(Join(type, ["Main"]));
        return paths;
    }

    private static GenericName[] Join(GenericName[] type, List<string> name) => [.. type, .. name.Select(GenericName.Parse)];
}
