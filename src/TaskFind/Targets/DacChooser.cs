namespace TaskFind.Targets;

/// <summary>Finds the debugging library of a target's runtime that may be loaded, or says why there is none.</summary>
internal static class DacChooser
{
    private const string RuntimeName = "libcoreclr.so";

    /// <summary>Takes the library named by the user, else the one beside the runtime, else one of the same build in a folder where runtimes are installed, or a runtime pack of it in NuGet's cache.</summary>
    public static DacFile Choose(DacQuery query, TargetOptions options) =>
        options.DacPath is { } named ? Named(named, query) : query.DacBuildId is { } wanted ? Exact(wanted, query, options) : Beside(query, options);

    private static DacFile Named(string path, DacQuery query)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, DacFile.FileName) : path;
        if (query.BuildId is { } wanted
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder
            && BuildId.OfFile(Path.Combine(folder, RuntimeName)) is { } found
            && !found.AsSpan().SequenceEqual(wanted))
        {
            throw Trouble.NoDac($"the one in '{Trouble.Shown(folder)}' belongs to another runtime build than {Trouble.Shown(query.Target)}");
        }

        if (query.DacBuildId is { } exact && BuildId.OfFile(file) is { } other && !other.AsSpan().SequenceEqual(exact))
        {
            throw Trouble.NoDac($"'{Trouble.Shown(file)}' belongs to another runtime build than {Trouble.Shown(query.Target)}");
        }

        // The user named this very file: that is the trust.
        return DacFile.Open(file, trust: true, out _) ?? throw Trouble.NoSuchFile(file);
    }

    /// <summary>Finds the library by its own build id: beside the program, among the installed runtimes, and among the packs it may have been built from.</summary>
    private static DacFile Exact(byte[] wanted, DacQuery query, TargetOptions options)
    {
        string own = Path.GetDirectoryName(query.RuntimePath) ?? "/";
        TargetException? untrusted = null;
        foreach (string folder in RuntimeFolders.All().Concat(PackageFolders.All()).Prepend(own))
        {
            string path = Path.Combine(folder, DacFile.FileName);
            if (BuildId.OfFile(path) is not { } found || !found.AsSpan().SequenceEqual(wanted))
            {
                continue;
            }

            if (DacFile.Open(path, options.TrustDac, out string? why) is { } dac)
            {
                return dac;
            }

            untrusted ??= why is null ? null : Untrusted(path, why, query);
        }

        throw untrusted ?? Trouble.NoDacForSingleFile(query.Target, query.Version);
    }

    private static DacFile Beside(DacQuery query, TargetOptions options)
    {
        string own = Path.GetDirectoryName(query.RuntimePath) ?? "/";
        string? whyNot = Fits(own, query, mayBeUnknown: true);
        if (whyNot is null)
        {
            string path = Path.Combine(own, DacFile.FileName);
            if (DacFile.Open(path, options.TrustDac, out string? untrusted) is { } dac)
            {
                return dac;
            }

            if (untrusted is not null)
            {
                return Installed(query) ?? throw Untrusted(path, untrusted, query);
            }

            whyNot = $"there is no {DacFile.FileName} in '{Trouble.Shown(own)}'";
        }

        return Installed(query) ?? throw Trouble.NoDac(whyNot, query.Version);
    }

    /// <summary>Words the refusal; when the process's own user vouches for the library, it names that user: root may become it and then load it.</summary>
    private static TargetException Untrusted(string path, string why, DacQuery query)
    {
        TargetException trouble = Trouble.UntrustedDac(path, why);
        return Libc.GetEUid() == 0 && query.User is { User: not 0 } user && DacFile.WouldTrust(path, user.User) ? trouble.WithUser(user) : trouble;
    }

    private static DacFile? Installed(DacQuery query) =>
        RuntimeFolders.All().Concat(PackageFolders.All())
            .Where(folder => Fits(folder, query, mayBeUnknown: false) is null)
            .Select(folder => DacFile.Open(Path.Combine(folder, DacFile.FileName), trust: false, out _))
            .FirstOrDefault(dac => dac is not null);

    /// <summary>Compares the runtime in a folder with the one in the target's memory and gives why it does not fit, or null.</summary>
    private static string? Fits(string folder, DacQuery query, bool mayBeUnknown)
    {
        byte[]? found = BuildId.OfFile(Path.Combine(folder, RuntimeName));
        if (query.BuildId is not { } wanted)
        {
            return mayBeUnknown ? null : "the target's runtime has no build id";
        }

        if (found is null)
        {
            return $"the runtime is not in '{Trouble.Shown(folder)}' any more";
        }

        return found.AsSpan().SequenceEqual(wanted) ? null
            : $"the runtime in '{Trouble.Shown(folder)}' is of another build than that of {Trouble.Shown(query.Target)}{(query.IsGone ? ", which started before it was replaced" : "")}";
    }
}
