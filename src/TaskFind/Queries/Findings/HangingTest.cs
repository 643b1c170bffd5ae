using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Tests that have not ended. Rule: a task that is not done, or a blocked thread, of a method that carries a test framework's attribute (<see cref="TaskMethod.IsTest"/>). Wrongly yes: a test that
/// is just running, which two looks tell from one that hangs. Wrongly no: a test that is no method of its own (FsCheck, Expecto).
/// </summary>
internal sealed class HangingTest : IFinding
{
    public string Name => "hanging-test";

    public string Summary => "tests have not ended";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        foreach (var node in context.Graph.Nodes)
        {
            if (node is { IsDone: false, Method.IsTest: true })
                yield return Of(node);
        }

        foreach (var thread in context.Graph.Threads)
        {
            if (thread.BlockedOn is not null && thread.Frames.FirstOrDefault(f => f.Method.IsTest) is { } test && thread.Runs is not { Method.IsTest: true })
                yield return Of(thread, test);
        }
    }

    private Finding Of(TaskNode node)
    {
        var chain = AwaitChain.From(node);
        return Of(node.Method!, $"{node} has not ended: it waits for {new WaitsOf(node)}.") with
        {
            Tasks = [node, .. chain.Hops],
            Evidence =
            [
                new FindingEvidence($"{node}") { Task = node },
                .. Words.OfTasks(chain.Hops.Where(h => !h.IsFramework), h => $"waits for {h}"),
                .. chain.Leaf is { } leaf ? new[] { new FindingEvidence($"waits for {leaf}") } : [],
            ],
        };
    }

    private Finding Of(TaskThread thread, ThreadFrame test) => Of(test.Method, $"{test} has not ended: {thread} is blocked in it on {thread.BlockedOn}.") with
    {
        Threads = [thread],
        Evidence = [new FindingEvidence($"{thread} waits for {thread.BlockedOn}") { Thread = thread }],
    };

    private Finding Of(TaskMethod test, FormattableString sentence) => new()
    {
        Name = Name,
        Title = $"hanging test: {test.DisplayName}",
        Severity = FindingSeverity.Warning,
        SeverityWhenStuck = FindingSeverity.Error,
        Sentence = sentence,
        Advice = "What it waits for at last is not coming; tests of that code want a time out ([Fact(Timeout = …)], or WaitAsync on what they await).",
    };
}
