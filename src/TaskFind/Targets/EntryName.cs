namespace TaskFind.Targets;

/// <summary>Names a process as its author would: <c>dotnet bin/Shop.dll --port 1</c> is Shop.</summary>
internal static class EntryName
{
    private static readonly string[] s_optionsWithValue =
        ["--additionalprobingpath", "--additional-deps", "--depsfile", "--fx-version", "--roll-forward", "--roll-forward-on-no-candidate-fx", "--runtimeconfig"];

    /// <summary>Names a process by its command line.</summary>
    /// <remarks>The rule: for the muxer, the first argument that is no option of its own, if it ends in .dll or .exe. Wrongly yes: a program
    /// that calls itself dotnet. Wrongly no: a program that overwrote its command line.</remarks>
    public static string Of(IReadOnlyList<string> commandLine)
    {
        if (commandLine.Count == 0)
        {
            return "";
        }

        string program = WithoutEnding(Path.GetFileName(commandLine[0]));
        if (program != "dotnet")
        {
            return program;
        }

        for (int i = 1; i < commandLine.Count; i++)
        {
            string argument = commandLine[i];
            if (s_optionsWithValue.Contains(argument, StringComparer.OrdinalIgnoreCase))
            {
                i++;
            }
            else if (argument != "exec" && !argument.StartsWith('-'))
            {
                string name = Path.GetFileName(argument);
                return WithoutEnding(name) is var bare && bare.Length < name.Length ? bare : program;
            }
        }

        return program;
    }

    /// <summary>Takes .dll or .exe off a name.</summary>
    public static string WithoutEnding(string name) =>
        name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
}
