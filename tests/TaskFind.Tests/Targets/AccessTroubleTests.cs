using TaskFind.Targets.Access;
using Xunit;

namespace TaskFind.Tests.Targets;

/// <summary>Each reason for which the kernel refuses has its own words and its own way out.</summary>
public sealed class AccessTroubleTests
{
    private const ulong SysPtrace = 1ul << Capabilities.SysPtrace, NetAdmin = 1ul << 12;
    private static readonly Surroundings s_bare = new(Container: null, PtraceScope: null, Profile: null);

    private static readonly AccessFacts s_facts = new() { Pid = 4711, OwnUser = 4_000_000_001, OwnCapabilities = 0, User = 4_000_000_001, SharesUsers = true, Surroundings = s_bare };

    [Fact]
    public void Another_users() => Says(
        s_facts with { User = 4_000_000_000 },
        "it belongs to user 4000000000, and this one is 4000000001 and lacks the capability SYS_PTRACE",
        "Run as that user or with sudo: 'sudo -u \\#4000000000 dotnet-taskfind …'.");

    [Fact]
    public void Roots() => Says(
        s_facts with { User = 0 },
        "it belongs to user root (0), and this one is 4000000001 and lacks the capability SYS_PTRACE",
        "Run with sudo: 'sudo dotnet-taskfind …'.");

    [Fact]
    public void Another_users_in_a_container() => Says(
        s_facts with { User = 1654, Surroundings = s_bare with { Container = "docker" } },
        "it belongs to user 1654, and this one is 4000000001 and lacks the capability SYS_PTRACE",
        "Run as that user ('docker exec -u 1654 …'), or with the capability SYS_PTRACE: 'docker run --cap-add=SYS_PTRACE …'.");

    [Fact]
    public void Another_users_in_a_pod()
    {
        (_, string next) = AccessTrouble.Explain(s_facts with { User = 1654, Surroundings = s_bare with { Container = "pod" } });

        Assert.Matches("^Run as that user \\(securityContext.runAsUser: 1654\\), or with the capability SYS_PTRACE: 'kubectl debug -it \\S+ --image=IMAGE --target=CONTAINER --profile=general', or ", next);
    }

    [Fact]
    public void More_capabilities() => Says(
        s_facts with { Capabilities = NetAdmin },
        "it has capabilities that this one lacks (NET_ADMIN), and without SYS_PTRACE one may look only at those with fewer",
        "Run with sudo, or with the capability SYS_PTRACE; --via dump lets the process write a dump of itself instead.");

    [Fact]
    public void Undumpable() => Says(
        s_facts with { IsUndumpable = true },
        "it has forbidden its own user to look at it, as a program with capabilities of its own does",
        "Run with sudo, or with the capability SYS_PTRACE.");

    [Theory]
    [InlineData(1, "kernel.yama.ptrace_scope is 1, by which only a process's own parent may trace it", "Run with sudo, or allow it until the next start with 'sudo sysctl kernel.yama.ptrace_scope=0', or give the capability SYS_PTRACE; --via dump ")]
    [InlineData(2, "kernel.yama.ptrace_scope is 2, by which it takes the capability SYS_PTRACE", "Run with sudo, or with the capability SYS_PTRACE; --via dump ")]
    [InlineData(3, "kernel.yama.ptrace_scope is 3, by which nobody may trace until the machine starts anew", "The option --via dump ")]
    public void Yama(int scope, string why, string next)
    {
        (string actualWhy, string actualNext) = AccessTrouble.Explain(s_facts with { Surroundings = s_bare with { PtraceScope = scope } });

        Assert.Equal(why, actualWhy);
        Assert.StartsWith(next, actualNext, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_user_namespace() => Says(
        s_facts with { OwnCapabilities = SysPtrace, User = 0, SharesUsers = false },
        "it lives in another user namespace, over which this process has no power",
        "Run the tool inside that container, or as root of the machine.");

    [Fact]
    public void A_filter_of_system_calls()
    {
        (string why, _) = AccessTrouble.Explain(s_facts with { IsFiltered = true });

        Assert.Equal("a seccomp filter forbids it, as some container engines set one up", why);
    }

    [Fact]
    public void A_security_profile()
    {
        (string why, _) = AccessTrouble.Explain(s_facts with { OwnCapabilities = SysPtrace, Surroundings = s_bare with { Profile = "docker-default (enforce)" } });

        Assert.Equal("the security profile 'docker-default (enforce)' forbids it", why);
    }

    private static void Says(AccessFacts facts, string why, string next) => Assert.Equal((why, next), AccessTrouble.Explain(facts));
}
