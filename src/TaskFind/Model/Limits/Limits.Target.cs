namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of opening a target, and of what the system says of it.</summary>
    public static class Target
    {
        /// <summary>Bytes read of one file of /proc; 65,530 mappings are the kernel's default, of rarely more than 200 bytes each.</summary>
        /// <remarks>Of the map of a process, an error, unless its runtime was met; of the sockets, a gap: the ends of a socket.</remarks>
        public const int FileBytes = 32 << 20;

        /// <summary>Lines read of the map of a process.</summary>
        /// <remarks>An error, unless its runtime was met: the memory map is too long.</remarks>
        public const int MapLines = 1_000_000;

        /// <summary>Passes over the threads of a process that makes new ones while it is stopped.</summary>
        /// <remarks>The look was cut short: threads could not be stopped.</remarks>
        public const int ThreadPasses = 1000;

        /// <summary>Segments that a dump may have.</summary>
        /// <remarks>An error: it is not a core dump.</remarks>
        public const int DumpSegments = 1_000_000;

        /// <summary>Segments of a dump's heap that are probed before it is read.</summary>
        /// <remarks>Nothing is lost: what cannot be read of the others is a gap, part of the heap.</remarks>
        public const int ProbedSegments = 512;

        /// <summary>Segments of a native library that are searched for its build id.</summary>
        /// <remarks>The library counts as one without a build id.</remarks>
        public const int LibrarySegments = 128;

        /// <summary>Bytes of one segment of notes in a native library.</summary>
        /// <remarks>The library counts as one without a build id.</remarks>
        public const int NoteBytes = 64 << 10;

        /// <summary>Bytes of a build id.</summary>
        /// <remarks>The library counts as one without a build id.</remarks>
        public const int BuildIdBytes = 64;

        /// <summary>Bytes of a runtime that are searched for its version.</summary>
        /// <remarks>The runtime is told without a version.</remarks>
        public const int VersionBytes = 64 << 20;

        /// <summary>Characters of a runtime's version.</summary>
        /// <remarks>The runtime is told without a version.</remarks>
        public const int VersionLength = 64;

        /// <summary>Runtimes of one installation that are searched for a debugging library.</summary>
        /// <remarks>An error, unless one fits: the debugging library was not found.</remarks>
        public const int InstalledRuntimes = 200;

        /// <summary>Versions of the runtime pack among NuGet's packages that are searched for a debugging library.</summary>
        /// <remarks>An error, unless one fits: the debugging library was not found.</remarks>
        public const int RuntimePacks = 200;

        /// <summary>Folders above a debugging library that are asked who may write them; no path of the kernel's has more.</summary>
        /// <remarks>An error: the debugging library was not loaded.</remarks>
        public const int TrustedFolders = 2048;

        /// <summary>Sockets of the target's network that are read.</summary>
        /// <remarks>A gap: the ends of a socket.</remarks>
        public const int Sockets = 1 << 20;

        /// <summary>Characters of the path of a Unix domain socket.</summary>
        /// <remarks>The path ends in an ellipsis.</remarks>
        public const int SocketPathLength = 512;

        /// <summary>Characters of a name from outside that are shown in an error.</summary>
        /// <remarks>The name ends in an ellipsis.</remarks>
        public const int ShownLength = 200;

        /// <summary>Processes from this one up to the first that are no default target.</summary>
        /// <remarks>Nothing is lost: one further up is listed like any other.</remarks>
        public const int Ancestors = 64;
    }
}
