namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of reading heap, threads and what the runtime keeps.</summary>
    public static class Scan
    {
        /// <summary>Threads of ours that walk the heap.</summary>
        /// <remarks>Nothing is lost: the walk takes longer.</remarks>
        public const int Workers = 4;

        /// <summary>Bytes read from the heap at once.</summary>
        /// <remarks>Nothing is lost: the next block follows.</remarks>
        public const int Block = 256 * 1024;

        /// <summary>Bytes of one object that are copied at the most: a box holds its whole state machine.</summary>
        /// <remarks>A gap: an object of its type; for a collection, only its first bytes were searched.</remarks>
        public const int ObjectBytes = 64 * 1024;

        /// <summary>Bytes of one object, without the elements of an array, that a method table is believed to have.</summary>
        /// <remarks>A gap: part of the heap; the look was cut short.</remarks>
        public const int BaseBytes = 64 << 20;

        /// <summary>Bytes that are skipped in search of the next object, zeroed or torn, before a segment is given up.</summary>
        /// <remarks>A gap: part of the heap; the look was cut short.</remarks>
        public const int ResyncBytes = 64 << 20;

        /// <summary>Gaps that one worker of the walk tells, which come from torn places.</summary>
        /// <remarks>A gap: part of the heap, more places like those before were not counted.</remarks>
        public const int GapsOfAWalk = 10_000;

        /// <summary>Words that are remembered not to be method tables, in a heap that cannot be walked.</summary>
        /// <remarks>Nothing is lost: other words are asked about each time.</remarks>
        public const int RememberedWords = 1 << 20;

        /// <summary>Types from a type up to the root of its base types.</summary>
        /// <remarks>A gap: part of the heap; the type is not believed, and the look was cut short.</remarks>
        public const int Bases = 64;

        /// <summary>Characters of a type's name as the runtime gives it that are shown.</summary>
        /// <remarks>The name ends in an ellipsis.</remarks>
        public const int TypeNameLength = 4096;

        /// <summary>Objects copied beyond the tasks themselves.</summary>
        /// <remarks>A gap: objects that tasks refer to.</remarks>
        public const int Followed = 20_000_000;

        /// <summary>Characters kept of a string of the target.</summary>
        /// <remarks>A gap: a string of the target, or the value of an AsyncLocal.</remarks>
        public const int StringLength = 400;

        /// <summary>Elements followed in one array or list: tasks of a WhenAll, continuations of a task.</summary>
        /// <remarks>A gap: tasks that another waits for, continuations of a task, or the queue that the array belongs to.</remarks>
        public const int ArrayLength = 1 << 17;

        /// <summary>Items of one queue that are read: waiters of a semaphore, operations of a channel, targets of a dataflow block, items of the pool.</summary>
        /// <remarks>A gap: the queue by name.</remarks>
        public const int QueueLength = 1 << 20;

        /// <summary>Segments followed of one concurrent queue.</summary>
        /// <remarks>A gap: items of a queue of the pool, or the items of a channel.</remarks>
        public const int QueueSegments = 4096;

        /// <summary>Steps from a registered continuation to the node that it resumes.</summary>
        /// <remarks>A gap: a continuation of a task.</remarks>
        public const int ContinuationHops = 8;

        /// <summary>Structs inside each other that are searched for the task that an awaiter awaits.</summary>
        /// <remarks>A gap: what a task awaits.</remarks>
        public const int AwaiterDepth = 6;

        /// <summary>Builders inside each other that are searched for the task of a state machine; those of the framework are two at the most.</summary>
        /// <remarks>Nothing: such a machine is of no kind that is known.</remarks>
        public const int BuilderDepth = 3;

        /// <summary>Objects looked at in search of what schedulers and contexts keep.</summary>
        /// <remarks>A gap: what schedulers and contexts keep.</remarks>
        public const int HeldObjects = 100_000;

        /// <summary>Steps from a scheduler or context to what it keeps.</summary>
        /// <remarks>A gap: what schedulers and contexts keep.</remarks>
        public const int HoldDepth = 6;

        /// <summary>Fields that are static and looked at for something that is waited for, and for AsyncLocals.</summary>
        /// <remarks>A gap: the static fields.</remarks>
        public const int StaticSlots = 16_384;

        /// <summary>Collections inside each other, or nodes of one, that are passed on the way to the field that holds them.</summary>
        /// <remarks>A gap: the field that holds what is waited for.</remarks>
        public const int ContainerHops = 8;

        /// <summary>Sources of cancellation that are asked for a timer, the linked ones included.</summary>
        /// <remarks>A gap: who can cancel a wait.</remarks>
        public const int CancellationSources = 16;

        /// <summary>Wrappers that are passed on the way to a timer.</summary>
        /// <remarks>A gap: a timer.</remarks>
        public const int TimerHops = 4;

        /// <summary>Milliseconds for which a timer is believed to be overdue, a hundred years.</summary>
        /// <remarks>A gap: a timer.</remarks>
        public const long OverdueMilliseconds = 100L * 365 * 24 * 3600 * 1000;

        /// <summary>Queues of timers that are asked for the time of a dump, one for each processor.</summary>
        /// <remarks>A gap: the time of a dump.</remarks>
        public const int TimerQueues = 4096;

        /// <summary>Threads whose stacks are read.</summary>
        /// <remarks>A gap: threads.</remarks>
        public const int Threads = 8192;

        /// <summary>Frames read of one thread.</summary>
        /// <remarks>A gap: frames of a thread.</remarks>
        public const int Frames = 512;

        /// <summary>Frames kept of one thread, and the innermost of the program beyond them.</summary>
        /// <remarks>The thread counts those that are left out.</remarks>
        public const int KeptFrames = 16;

        /// <summary>Frames passed on the way to the innermost method of the program, to tell what a thread is blocked in.</summary>
        /// <remarks>A gap: what a thread is blocked on.</remarks>
        public const int CallFrames = 64;

        /// <summary>Bytes of one thread's stack that are searched.</summary>
        /// <remarks>A gap: the stack of a thread.</remarks>
        public const int StackBytes = 1 << 20;

        /// <summary>Bytes that are searched beyond the outermost managed frame of a stack, and of a stack that has none.</summary>
        /// <remarks>Nothing: where a stack ends is not known, and neither is whether it goes on.</remarks>
        public const int OutermostFrameBytes = 16 * 1024;

        /// <summary>Blocks of the runtime's table of sync blocks that are looked at for monitors.</summary>
        /// <remarks>A gap: monitors.</remarks>
        public const int SyncBlocks = 1 << 18;

        /// <summary>Contexts of execution that are read.</summary>
        /// <remarks>A gap: the context of a task.</remarks>
        public const int Contexts = 100_000;

        /// <summary>Objects that are read of all contexts together: AsyncLocals and their values.</summary>
        /// <remarks>A gap: the AsyncLocals of contexts, or the context of a task.</remarks>
        public const int ContextObjects = 1_000_000;

        /// <summary>Pairs of AsyncLocal and value that are looked at in one context, or entries of a dictionary of them.</summary>
        /// <remarks>A gap: the context of a task.</remarks>
        public const int LocalSlots = 1024;

        /// <summary>Locals (AsyncLocal) that are told of one context.</summary>
        /// <remarks>A gap: the AsyncLocals of a context; the context counts those that are left out.</remarks>
        public const int LocalsOfContext = 100;

        /// <summary>Objects whose fields are read as variables: state machines and closures.</summary>
        /// <remarks>A gap: the variables of a method.</remarks>
        public const int VariableHolders = 20_000;

        /// <summary>Fields of one type that are read as variables.</summary>
        /// <remarks>A gap: the variables of a method.</remarks>
        public const int VariableFields = 1000;

        /// <summary>Bytes of one state machine or closure in which variables are looked for.</summary>
        /// <remarks>A gap: the value of a variable.</remarks>
        public const int VariableBytes = 4096;

        /// <summary>Objects that are read because a variable refers to them.</summary>
        /// <remarks>A gap: the value of a variable.</remarks>
        public const int VariableObjects = 200_000;

        /// <summary>Variables that are told of one method.</summary>
        /// <remarks>A gap: the variables of a method; the method counts those that are left out.</remarks>
        public const int VariablesOfMethod = 100;

        /// <summary>Closures of one method that are read for their variables, those inside of others too.</summary>
        /// <remarks>A gap: the variables of a method.</remarks>
        public const int ClosuresOfMethod = 16;

        /// <summary>Modules whose metadata is searched.</summary>
        /// <remarks>A gap: loaded modules.</remarks>
        public const int Modules = 1 << 16;

        /// <summary>Types of state machines that are remembered by name, for boxes that let go of theirs.</summary>
        /// <remarks>A gap: state machines of methods that are done.</remarks>
        public const int MachineTypes = 1_000_000;

        /// <summary>Methods kept to explain a search without a match.</summary>
        /// <remarks>A gap: methods that are loaded.</remarks>
        public const int LoadedMethods = 500_000;
    }
}
