using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class TargetThreadTests
{
    [Fact]
    public void The_body_runs_on_a_thread_of_its_own_and_gives_its_result() =>
        Assert.NotEqual(Environment.CurrentManagedThreadId, TargetThread.Run(() => Environment.CurrentManagedThreadId));

    [Fact]
    public async Task What_the_body_throws_comes_out()
    {
        Assert.Throws<FormatException>(() => TargetThread.Run<int>(() => throw new FormatException()));
        await Assert.ThrowsAsync<FormatException>(() => TargetThread.RunAsync<int>(() => throw new FormatException()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TargetThread.RunAsync<int>(() => throw new OperationCanceledException()));
        Assert.Equal(5, await TargetThread.RunAsync(() => 5));
    }
}
