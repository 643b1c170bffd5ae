namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of following a graph, and of searching it.</summary>
    public static class Graph
    {
        /// <summary>Promises in a row that only pass a completion on (Unwrap, AsTask) and are passed over.</summary>
        /// <remarks>A gap: what a task waits for.</remarks>
        public const int Links = 16;

        /// <summary>Methods in a chain of awaits that is followed from one task; those that await themselves can be as deep as memory.</summary>
        /// <remarks>The chain says how much deeper it goes than that; a stack, that it goes on.</remarks>
        public const int ChainHops = 1000;

        /// <summary>Characters of a pattern.</summary>
        /// <remarks>An error: a method pattern has at most so many characters.</remarks>
        public const int PatternLength = 1000;

        /// <summary>Methods that are compared with a pattern that matched nothing.</summary>
        /// <remarks>Nothing is lost: the names are suggestions, and a look that kept fewer than are loaded has a gap.</remarks>
        public const int ComparedMethods = 500_000;

        /// <summary>Characters of a name that are compared with a pattern that matched nothing.</summary>
        /// <remarks>Nothing is lost: the names are suggestions.</remarks>
        public const int ComparedLength = 64;

        /// <summary>Names that are suggested for a pattern that matched nothing.</summary>
        /// <remarks>Nothing is lost: they are the nearest.</remarks>
        public const int NearestNames = 5;

        /// <summary>Overloads that are named where a pattern has the parameters of none.</summary>
        /// <remarks>The sentence counts them all.</remarks>
        public const int Signatures = 5;
    }
}
