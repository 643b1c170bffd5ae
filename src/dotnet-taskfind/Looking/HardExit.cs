using System.Runtime.InteropServices;

namespace TaskFind.Tool.Looking;

/// <summary>Ends the process at once; the kernel lets go of whatever was looked at.</summary>
internal static partial class HardExit
{
    /// <summary>Ends the process with this code and does not return.</summary>
    public static int Now(int code)
    {
        // A thread may still be inside the data access library, whose static destructors must not run under it.
        if (!OperatingSystem.IsWindows())
            ExitWithoutCleanup(code);
        Environment.Exit(code);
        return code;
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitWithoutCleanup(int code);
}
