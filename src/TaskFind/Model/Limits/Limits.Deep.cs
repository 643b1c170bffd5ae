namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of following the whole heap of a dump from its roots.</summary>
    public static class Deep
    {
        /// <summary>Bytes of heap that are followed; two bits are needed for eight of them.</summary>
        /// <remarks>A gap: what can complete a source; nothing was followed.</remarks>
        public const long HeapBytes = 64L << 30;

        /// <summary>Blocks of 16 KiB of the dump that are kept in memory; a power of two.</summary>
        /// <remarks>Nothing is lost: a block is read again.</remarks>
        public const int Blocks = 1 << 14;

        /// <summary>Runs of references in one object that a type is believed to have.</summary>
        /// <remarks>A gap: what can complete a source; the objects of such a type were not followed.</remarks>
        public const int Series = 1 << 16;

        /// <summary>Handles that are read.</summary>
        /// <remarks>A gap: what can complete a source; the roots are not all known.</remarks>
        public const int Handles = 20_000_000;

        /// <summary>Objects with a finalizer that are read.</summary>
        /// <remarks>A gap: what can complete a source; the roots are not all known.</remarks>
        public const int Finalizers = 20_000_000;

        /// <summary>Bytes of one thread's stack that are searched.</summary>
        /// <remarks>Nothing: where a stack ends is not known; stacks of .NET are 8 MiB or less unless asked for.</remarks>
        public const int StackBytes = 16 << 20;

        /// <summary>Bytes of the runtime's own record of a thread that are searched for what is static to the thread.</summary>
        /// <remarks>Nothing: how long the record is is not known, and no runtime has one so long.</remarks>
        public const int ThreadRecordBytes = 8192;

        /// <summary>Bytes that are searched where the runtime's own record of a thread points to.</summary>
        /// <remarks>Nothing: the block of a thread's own static fields begins with what is searched for.</remarks>
        public const int ThreadLocalBytes = 64;
    }
}
