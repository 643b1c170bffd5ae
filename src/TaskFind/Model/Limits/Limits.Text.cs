namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of what is printed.</summary>
    public static class Text
    {
        /// <summary>Characters that are shown of one string of the target; the JSON document has all that was read.</summary>
        /// <remarks>The string is followed by dots.</remarks>
        public const int StringLength = 200;

        /// <summary>Characters of a sentence of ours that holds names of the target.</summary>
        /// <remarks>The sentence is followed by dots.</remarks>
        public const int NoteLength = 2000;

        /// <summary>Characters of one line on stderr.</summary>
        /// <remarks>The line is followed by dots.</remarks>
        public const int LineLength = 8192;

        /// <summary>Kinds of gaps that are told after a look, those met most often first.</summary>
        /// <remarks>A line counts the others; the JSON document, and --verbose, have all.</remarks>
        public const int Gaps = 5;

        /// <summary>Locals (AsyncLocal) that are told of one context; --full and the JSON document have all that were read.</summary>
        /// <remarks>The others are counted.</remarks>
        public const int Locals = 8;

        /// <summary>Waiters that a stack names where it forks.</summary>
        /// <remarks>The others are counted.</remarks>
        public const int StackWaiters = 5;

        /// <summary>Levels of a tree that are drawn: a line far to the right is read by nobody.</summary>
        /// <remarks>The line ends in dots, and a note counts the tasks that no line stands for; the JSON document has all.</remarks>
        public const int TreeLevels = 40;

        /// <summary>Lines of a tree that are drawn, unless --limit says otherwise.</summary>
        /// <remarks>A note counts the tasks that no line stands for; the JSON document has all.</remarks>
        public const int TreeLines = 200;

        /// <summary>Groups of tasks that the overview shows.</summary>
        /// <remarks>A line counts the other tasks and places.</remarks>
        public const int OverviewWaits = 15;

        /// <summary>Groups of requests that the overview shows.</summary>
        /// <remarks>A line counts the others.</remarks>
        public const int OverviewRequests = 5;

        /// <summary>Groups of blocked threads that the overview shows.</summary>
        /// <remarks>A line counts the others.</remarks>
        public const int OverviewThreads = 5;

        /// <summary>Findings that the overview shows.</summary>
        /// <remarks>A line counts the others, and check tells all.</remarks>
        public const int OverviewFindings = 3;

        /// <summary>Folders in front of a file's name that tell it from others of that name.</summary>
        /// <remarks>Nothing is lost: the whole path is shown.</remarks>
        public const int Folders = 32;

        /// <summary>Items that the JSON document names of one group: tasks, threads, holders, requests.</summary>
        /// <remarks>The group has a count, or counts the others.</remarks>
        public const int Named = 10;

        /// <summary>Tasks in a JSON document that is broken into lines.</summary>
        /// <remarks>Nothing is lost: the document is one line.</remarks>
        public const int IndentedTasks = 1000;

        /// <summary>Sets of properties that are kept as bytes, since many objects of a JSON document share them.</summary>
        /// <remarks>Nothing is lost: other sets are written anew each time.</remarks>
        public const int SharedProperties = 100_000;

        /// <summary>Facts that are told of one finding, of each kind.</summary>
        /// <remarks>The others are counted.</remarks>
        public const int Evidence = 10;

        /// <summary>Files of source that are read for a stack.</summary>
        /// <remarks>A note counts the lines that are missing.</remarks>
        public const int SourceFiles = 256;

        /// <summary>Bytes of one file of source.</summary>
        /// <remarks>A note counts the lines that are missing.</remarks>
        public const int SourceBytes = 4 << 20;
    }
}
