using Microsoft.Win32.SafeHandles;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Tells whether anybody but root and this user could have written a file.</summary>
internal static class FileTrust
{
    /// <summary>Gives why an open file is not to be trusted, or null when it is: the file and every folder above belong to root or this user, and no others may write them.</summary>
    /// <remarks>Wrongly yes: another user holds the file open for writing since before, or may write by a mount's own rules.
    /// Wrongly no: the folder is writable for a group that has no other member, or is sticky as /tmp is.</remarks>
    public static string? WhyNot(SafeFileHandle file, uint user)
    {
        if (ProcText.Link($"/proc/self/fd/{file.DangerousGetHandle()}") is not { } path || FileStatus.Of(file) is not { } status)
        {
            return "its path could not be found out";
        }

        // A file of another mount namespace shows a path that means something else here. That its owner is root says nothing: whoever is root in a container put it there.
        if (FileStatus.OfLink(path) is not { } named || !named.IsSameFile(status))
        {
            return "it lies in another container, or is not where its path says";
        }

        return WhyNot(path, status, user) ?? WhyNotFolders(path, user);
    }

    private static string? WhyNotFolders(string path, uint user)
    {
        string? folder = Path.GetDirectoryName(path);
        for (int i = 0; folder is not null && i < Limits.Target.TrustedFolders; i++, folder = Path.GetDirectoryName(folder))
        {
            if (FileStatus.OfLink(folder) is not { } status)
            {
                return $"its folder '{Trouble.Shown(folder)}' cannot be examined";
            }

            if (WhyNot(folder, status, user) is { } why)
            {
                return why;
            }
        }

        return folder is null ? null : $"it lies below more than {Limits.Target.TrustedFolders} folders";
    }

    private static string? WhyNot(string path, FileStatus status, uint user)
    {
        if (status.Owner != 0 && status.Owner != user)
        {
            return $"'{Trouble.Shown(path)}' belongs to another user (uid {status.Owner})";
        }

        return status.OthersMayWrite ? $"'{Trouble.Shown(path)}' can be written by other users" : null;
    }
}
