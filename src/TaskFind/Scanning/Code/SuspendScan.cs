using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Finds every suspension point of a MoveNext by the stores of the state that precede it.</summary>
internal static class SuspendScan
{
    private const int FirstYield = -4;
    private const int FSharpStore = 3;

    /// <summary>Lists the sites in IL order.</summary>
    public static IReadOnlyList<RawSite> Find(MachineIl il)
    {
        var sites = new List<RawSite>();
        var previous = 0;
        for (var i = 0; i < il.Code.Count && sites.Count < Limits.Code.Sites; i++)
        {
            if (il.StoredState(i) is not { } state)
            {
                continue;
            }

            if (state >= 0)
            {
                var site = il.Shape.Language == MachineLanguage.FSharp ? FSharpAwait(il, state, i, previous) : Await(il, state, i, previous);
                sites.Add(site);
                previous = site.Resume;
            }
            else if (state <= FirstYield && il.Shape.IsIterator)
            {
                var exit = il.ExitFrom(i, branchCounts: true);
                sites.Add(new RawSite(state, true, i, -1, exit + 1, null, null));
                previous = i;
            }
        }

        return sites;
    }

    private static RawSite Await(MachineIl il, int state, int store, int previous)
    {
        var exit = il.ExitFrom(store, branchCounts: false);
        string? field = null, type = null;
        for (var i = store + 1; i <= exit; i++)
        {
            if (field is null && il.OwnField(i, ILOpCode.Stfld) is { } name && il.Shape.IsAwaiterField(name))
            {
                field = name;
            }

            if (type is null && il.Tokens.Called(il.Code[i]) is { Name: "AwaitOnCompleted" or "AwaitUnsafeOnCompleted", Argument: { } argument })
            {
                type = argument;
            }
        }

        return new RawSite(state, false, store, GetAwaiter(il, store, previous), exit + 1, field, type);
    }

    // F# keeps the awaiter in a field of its own before it stores the state, and all awaits share one way out at the end.
    private static RawSite FSharpAwait(MachineIl il, int state, int store, int previous)
    {
        var awaiter = GetAwaiter(il, store, previous);
        var field = awaiter < 0 ? null
            : Enumerable.Range(awaiter + 1, FSharpStore).Select(i => il.OwnField(i, ILOpCode.Stfld)).FirstOrDefault(n => n is not null);
        return new RawSite(state, false, store, awaiter, store + 1, field, null);
    }

    private static int GetAwaiter(MachineIl il, int store, int previous)
    {
        for (var i = store; i >= Math.Max(previous, store - Limits.Code.LookBack); i--)
        {
            if (il.Tokens.Calls(il.Code[i], "GetAwaiter"))
            {
                return i;
            }
        }

        return DynamicGetAwaiter(il, store, previous);
    }

    // An await of a dynamic asks call sites for "GetAwaiter" and then for "IsCompleted"; the last delegate called between the two names
    // gets the awaiter.
    private static int DynamicGetAwaiter(MachineIl il, int store, int previous)
    {
        var (completed, invoke) = (-1, -1);
        for (var i = store; i >= Math.Max(previous, store - Limits.Code.DynamicLookBack); i--)
        {
            if (il.Tokens.LoadsString(il.Code[i], "GetAwaiter"))
            {
                return invoke;
            }

            completed = completed < 0 && il.Tokens.LoadsString(il.Code[i], "IsCompleted") ? i : completed;
            invoke = invoke < 0 && completed >= 0 && il.Tokens.Calls(il.Code[i], "Invoke") ? i : invoke;
        }

        return -1;
    }
}
