namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of the look as a whole.</summary>
    public static class Look
    {
        /// <summary>Stops that are made in the hope of a heap that no garbage collection is changing.</summary>
        /// <remarks>The look was cut short: a garbage collection was under way each time the target was stopped.</remarks>
        public const int Stops = 30;

        /// <summary>Stops after which a chunk of memory that a thread is just taking is put up with.</summary>
        /// <remarks>A gap: the youngest objects.</remarks>
        public const int StopsForChunks = 5;

        /// <summary>Looks that one command takes at a process.</summary>
        /// <remarks>An error: --looks takes no more.</remarks>
        public const int Looks = 100;
    }
}
