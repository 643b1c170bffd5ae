namespace TaskFind.Scanning.Layouts;

/// <summary>All state machines of the framework that are looked into.</summary>
internal static class KnownMachines
{
    private static readonly Func<string, TypeFields, IKnownMachine?>[] s_kinds = [ProcessExitMachine.TryFor, RequestMachine.TryFor];

    public static IKnownMachine? Find(TypeFields machine)
    {
        if (machine.Type.Name is not { } name)
            return null;
        foreach (var tryFor in s_kinds)
        {
            if (tryFor(name, machine) is { } known)
                return known;
        }

        return null;
    }
}
