using TaskFind.IntegrationTests.Harness;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

[Collection("targets")]
public sealed class RuntimeTests
{
    // The clone may lie below /tmp, where the older runtimes that the build puts together would be refused; that has tests of its own.
    private static readonly TargetOptions s_trusting = new() { TrustDac = true };

    [Theory]
    [InlineData("Hello", Runtimes.Net8, "8.0.31")]
    [InlineData("Hello", Runtimes.Net9, "9.0.22")]
    [InlineData("Hello", Runtimes.Net10, null)]
    [InlineData("SelfContained", Runtimes.Net8, "8.0.31")]
    [InlineData("SelfContained", Runtimes.Net9, "9.0.22")]
    public void A_program_on_each_runtime_is_opened_stopped_walked_and_dumped(string program, string framework, string? version)
    {
        using TargetProcess target = TargetProcess.Start(program, framework);
        target.ReadUntil();
        Looks.At(TargetSpec.ForProcess(target.Pid), session =>
        {
            AssertIsRead(session, program, version);
            using StopScope scope = session.Stop(CancellationToken.None);
            Assert.All(Proc.Threads(target.Pid), t => Assert.Equal('t', t.State));
        }, s_trusting);

        using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
        Looks.At(TargetSpec.ForDump(dump.FilePath), session => AssertIsRead(session, program, version), s_trusting);
    }

    private static void AssertIsRead(TargetSession session, string program, string? version)
    {
        Assert.Equal(program, session.Name);
        Assert.Equal(version ?? Environment.Version.ToString(3), session.RuntimeVersion);
        using StopScope scope = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
        Assert.True(scope.CanWalk);

        // The debugging library of .NET 8 does not survive a question about a free block's fields, so ask names only.
        Assert.Contains(scope.Runtime.Heap.EnumerateObjects(), o => o.Type?.Name?.Contains("AsyncStateMachineBox", StringComparison.Ordinal) == true);
    }
}
