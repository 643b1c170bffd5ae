using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Is something that a target or a machine can be like, and what the tool then says.</summary>
/// <param name="Given">The condition, for people; it is also the name of the test.</param>
/// <param name="Prints">A line of stdout or stderr, with <c>{…}</c> for what differs from run to run.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="After">How the target is afterwards.</param>
/// <param name="Act">Makes the condition and runs the tool.</param>
internal sealed record Condition(string Given, string Prints, int ExitCode, After After, Func<Scene, ToolRun> Act)
{
    /// <summary>Whether only root can make it happen.</summary>
    public bool NeedsRoot { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Given;
}
