using System.CommandLine;

namespace TaskFind.Tool.Help;

/// <summary>A command whose help shows an example.</summary>
internal abstract class ToolCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>The lines to type.</summary>
    public string Examples => examples;
}
