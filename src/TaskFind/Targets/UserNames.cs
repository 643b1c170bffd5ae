using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Turns user numbers into names by /etc/passwd.</summary>
internal sealed class UserNames
{
    private readonly Dictionary<uint, string> _names = [];

    public static UserNames Load() => Parse(ProcText.TryRead("/etc/passwd") ?? "");

    /// <summary>Parses the text of a passwd file.</summary>
    public static UserNames Parse(string text)
    {
        var users = new UserNames();
        foreach (string line in text.Split('\n'))
        {
            string[] fields = line.Split(':');
            if (fields.Length > 2 && uint.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint id))
            {
                users._names.TryAdd(id, fields[0]);
            }
        }

        return users;
    }

    /// <summary>Gives the name of a user, or the number when it has none here.</summary>
    public string NameOf(uint id) => _names.TryGetValue(id, out string? name) ? name : id.ToString(CultureInfo.InvariantCulture);
}
