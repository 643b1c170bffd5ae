using System.Text.Json;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>Nothing that a target wrote reaches a terminal raw, and none of it makes the answer long.</summary>
public sealed class HostileTextTests(HostileViews views) : IClassFixture<HostileViews>
{
    /// <summary>The target has some thirty strings of a million characters, each of which would be six million bytes of escapes.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly string[] s_properties =
        ["name", "type", "message", "result", "signature", "namespace", "module", "file", "callee", "field", "path", "id", "value", "valueType"];

    private const string Everything = "list --all --promises --framework --values --context --full";

    /// <summary>What is typed in front of the target, which view it is, and the exit code.</summary>
    public static TheoryData<string, string, int> Commands => new()
    {
        { "", "live", 0 },
        { "", "dump", 0 },
        { "find Method*", "live", 0 },
        { "find Method*", "dump", 0 },
        { "find Method* --all --full --values --context", "live", 0 },
        { "find *Owner*.* --all --stack", "dump", 0 },
        { "find *Owner*.* --all --stack --full --context", "live", 0 },
        { "find *Owner*.* --all --full --values --context --format json --repr", "live", 0 },
        { "find Brackets.* --all --full --context", "live", 0 },
        { "find Methot*", "live", 1 },
        { "find Methot* --format json", "dump", 1 },
        { Everything, "live", 0 },
        { Everything + " --format json", "dump", 0 },
        { "list --group --all --promises", "live", 0 },
        { "list --group --all --promises --format json", "live", 0 },
        { "list --waits semaphore --verbose", "dump", 0 },
        { "tree --framework --full", "live", 0 },
        { "tree", "dump", 0 },
        { "tree --method Method* --format json", "live", 0 },
    };

    public static TheoryData<string, int> OnATerminal => [.. Commands.Where(c => c.Data.Item2 == "live" && (c.Data.Item1.Contains("tree", StringComparison.Ordinal) || !c.Data.Item1.Contains("json", StringComparison.Ordinal))).Select(c => (c.Data.Item1, c.Data.Item3))];

    [Theory, MemberData(nameof(Commands))]
    public async Task In_a_pipe(string command, string view, int exitCode)
    {
        RawRun run = await RawRun.OfAsync(Words(command, view));

        string text = Written.AssertHarmless(run.Output) + Written.AssertHarmless(run.Errors);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}: {text}");
        Assert.InRange(text.Length, 1, MostBytes);
        Assert.Contains(command.Contains("json", StringComparison.Ordinal) ? "\\u001b" : "\\x1b", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(OnATerminal))]
    public void On_a_terminal(string command, int exitCode)
    {
        (int code, byte[] bytes) = Pty.RunRaw(100, [.. ToolRun.Command, .. Words(command, "live")], Pty.Coloured);

        string screen = Written.AssertHarmlessOnTerminal(bytes);
        Assert.True(code == exitCode, $"exit code {code}: {screen}");
        Assert.InRange(screen.Length, 1, MostBytes);
    }

    // Texts that never arrived would pass everywhere else.
    [Fact]
    public async Task The_document_holds_it_all()
    {
        RawRun run = await RawRun.OfAsync(Words(Everything + " --format json --repr", "live"));

        Written.AssertHarmless(run.Output);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        var found = new Dictionary<string, string>();
        Collect(document.RootElement, "", found);
        Assert.All(s_properties, p => Assert.Contains('\e', found.GetValueOrDefault(p, "")));
    }

    private static void Collect(JsonElement element, string name, Dictionary<string, string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Collect(property.Value, property.Name, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, name, found);
                }

                break;
            case JsonValueKind.String when !found.GetValueOrDefault(name, "").Contains('\e', StringComparison.Ordinal):
                found[name] = Lenient(element);
                break;
        }
    }

    // A lone surrogate is an escape in the document, and no string for the reader.
    private static string Lenient(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Replace("\\u001b", "\e", StringComparison.Ordinal);
        }
    }

    private string[] Words(string command, string view) => [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), views.Target(view)];
}
