namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of a capture, which anybody could have written.</summary>
    public static class Capture
    {
        /// <summary>Bytes of an unpacked capture; a million tasks take some thirty million.</summary>
        /// <remarks>An error: it is larger than a capture can be.</remarks>
        public const long Bytes = 512L << 20;

        /// <summary>Rows of all tables of a capture together, and items of the lists in them.</summary>
        /// <remarks>An error: it has too many rows.</remarks>
        public const long Rows = 1L << 25;

        /// <summary>Sections of a capture, those included that are not known.</summary>
        /// <remarks>An error: it has too many sections.</remarks>
        public const int Sections = 1024;

        /// <summary>Tasks that are named by the joins of all tasks together, when several share one.</summary>
        /// <remarks>An error: its tasks wait for more than there is.</remarks>
        public const long Joined = 1L << 25;
    }
}
