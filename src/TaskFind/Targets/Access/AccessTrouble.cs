using System.Globalization;

namespace TaskFind.Targets.Access;

/// <summary>Says why the kernel lets this process not trace another, and what to type next: from what is so on this machine, not from what might be.</summary>
internal static class AccessTrouble
{
    /// <summary>The way that needs no right to trace.</summary>
    private const string ViaDump = "--via dump lets the process write a dump of itself instead";

    /// <summary>Gives the reason, which completes "This user may not … because", and the next step.</summary>
    public static (string Why, string Next) Explain(AccessFacts facts)
    {
        if (facts.MayTraceOthers)
        {
            return (Denied(facts), facts.SharesUsers == false ? "Run the tool inside that container, or as root of the machine." : $"Ask who runs this machine for a profile that allows ptrace; {ViaDump}.");
        }

        if (facts.User is { } user && user != facts.OwnUser)
        {
            return ($"it belongs to user {Name(user)}, and this one is {Name(facts.OwnUser)} and lacks the capability SYS_PTRACE", AsUser(facts, user));
        }

        if (facts.IsUndumpable)
        {
            return ("it has forbidden its own user to look at it, as a program with capabilities of its own does", $"Run with sudo, or with the capability SYS_PTRACE{Grant(facts)}.");
        }

        if (facts.Lacking != 0)
        {
            return ($"it has capabilities that this one lacks ({Capabilities.Names(facts.Lacking)}), and without SYS_PTRACE one may look only at those with fewer", $"Run with sudo, or with the capability SYS_PTRACE{Grant(facts)}; {ViaDump}.");
        }

        return facts.Surroundings.PtraceScope switch
        {
            1 => ("kernel.yama.ptrace_scope is 1, by which only a process's own parent may trace it", $"Run with sudo, or allow it until the next start with 'sudo sysctl kernel.yama.ptrace_scope=0', or give the capability SYS_PTRACE{Grant(facts)}; {ViaDump}."),
            2 => ("kernel.yama.ptrace_scope is 2, by which it takes the capability SYS_PTRACE", $"Run with sudo, or with the capability SYS_PTRACE{Grant(facts)}; {ViaDump}."),
            3 => ("kernel.yama.ptrace_scope is 3, by which nobody may trace until the machine starts anew", $"{Sentence(ViaDump)}."),
            _ => (Denied(facts), $"Run with sudo, or with the capability SYS_PTRACE{Grant(facts)}; {ViaDump}."),
        };
    }

    /// <summary>Gives how a container gets the capability, or an empty string outside of one.</summary>
    private static string Grant(AccessFacts facts) => facts.Surroundings.Container switch
    {
        "pod" => $": 'kubectl debug -it {Pod()} --image=IMAGE --target=CONTAINER --profile=general', or securityContext.capabilities.add: [SYS_PTRACE] in the pod's own spec",
        { } engine => $": '{engine} run --cap-add=SYS_PTRACE …'",
        null => "",
    };

    // A pod's name is the host name of its containers, unless its spec says otherwise.
    private static string Pod() => Environment.GetEnvironmentVariable("HOSTNAME") is { Length: > 0 } name ? Trouble.Shown(name) : "POD";

    private static string Denied(AccessFacts facts)
    {
        if (facts.SharesUsers == false)
        {
            return "it lives in another user namespace, over which this process has no power";
        }

        return facts.Surroundings.Profile is { } profile ? $"the security profile '{Trouble.Shown(profile)}' forbids it"
            : facts.IsFiltered ? "a seccomp filter forbids it, as some container engines set one up"
            : "the kernel forbids it: a security module, most likely";
    }

    private static string AsUser(AccessFacts facts, uint user) => facts.Surroundings.Container switch
    {
        "pod" => $"Run as that user (securityContext.runAsUser: {Number(user)}), or with the capability SYS_PTRACE{Grant(facts)}.",
        { } engine => $"Run as that user ('{engine} exec -u {Number(user)} …'), or with the capability SYS_PTRACE{Grant(facts)}.",
        null => user == 0 ? "Run with sudo: 'sudo dotnet-taskfind …'." : $"Run as that user or with sudo: 'sudo -u {(UserNames.Load().NameOf(user) is var name && name != Number(user) ? Trouble.Shown(name) : @"\#" + name)} dotnet-taskfind …'.",
    };

    /// <summary>Gives a user's name and number.</summary>
    public static string Name(uint user) => UserNames.Load().NameOf(user) is var name && name == Number(user) ? name : $"{Trouble.Shown(name)} ({Number(user)})";

    private static string Number(uint user) => user.ToString(CultureInfo.InvariantCulture);

    private static string Sentence(string text) => "The option " + text;
}
