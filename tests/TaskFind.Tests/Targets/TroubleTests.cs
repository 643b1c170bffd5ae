using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class TroubleTests
{
    [Fact]
    public void Names_from_outside_cannot_write_to_the_terminal()
    {
        TargetException trouble = Trouble.NotDotNet(1, "a\u001b[31m\r\n\u009b\u202eb");
        Assert.Equal("Process 1 (a\\x1b[31m\\r\\n\\x9b\\u202eb) has no .NET runtime loaded.", trouble.Message);
    }

    [Fact]
    public void A_long_name_is_cut() => Assert.True(Trouble.NoSuchName(new string('x', 10_000)).Message.Length < 300);

    [Fact]
    public void What_another_exception_says_is_cut_to_one_sentence()
    {
        TargetException trouble = Trouble.DacFailed("process 1", new InvalidOperationException("It failed. Then more.\nAnd more."));
        Assert.Equal("The runtime's debugging library cannot read process 1: It failed.", trouble.Message);
        Assert.Equal("It failed. Then more.\nAnd more.", trouble.InnerException!.Message);
    }

    [Fact]
    public void One_process_is_taken_and_unreadable_ones_stand_back_only_when_nothing_was_named()
    {
        ProcessEntry mine = Entry(1, null);
        ProcessEntry hidden = Entry(2, "this user may not read it");
        Assert.Equal(1, TargetFinder.One(null, [mine, hidden]));
        Assert.Equal(2, TargetFinder.One("Shop", [hidden]));
        Assert.Equal(TargetTrouble.NoSuchName, Assert.Throws<TargetException>(() => TargetFinder.One(null, [hidden])).Kind);
        var several = Assert.Throws<TargetException>(() => TargetFinder.One("Shop", [mine, hidden]));
        Assert.Equal(TargetTrouble.SeveralProcesses, several.Kind);
        Assert.Equal([1, 2], several.Candidates.Select(c => c.ProcessId));
    }

    private static ProcessEntry Entry(int pid, string? whyUnreadable) => new(pid, "Shop", "dotnet", "root", null, null, "dotnet Shop.dll", whyUnreadable);
}
