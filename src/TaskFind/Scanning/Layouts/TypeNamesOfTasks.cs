using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Recognises tasks, boxes and builders by the names of their types.</summary>
internal static class TypeNamesOfTasks
{
    private const string Builders = "System.Runtime.CompilerServices.AsyncTaskMethodBuilder<";
    private const string Pooling = "System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<";
    private const string Void = "System.Threading.Tasks.VoidTaskResult";

    /// <summary>Tells <c>AsyncStateMachineBox</c> and, while TPL events are on, <c>DebugFinalizableAsyncStateMachineBox</c>.</summary>
    public static bool IsBox(string? name) =>
        name?.StartsWith(Builders, StringComparison.Ordinal) == true && name.Contains("AsyncStateMachineBox<", StringComparison.Ordinal);

    public static bool IsPooledBox(string? name) =>
        name?.StartsWith(Pooling, StringComparison.Ordinal) == true && name.Contains("+StateMachineBox<", StringComparison.Ordinal);

    /// <summary>Tells the task of a runtime-async method (<c>AsyncHelpers+ThunkTask</c> of .NET 10, <c>RuntimeAsyncTask</c> later).</summary>
    public static bool IsRuntimeAsync(string? name) =>
        name?.StartsWith("System.Runtime.CompilerServices.AsyncHelpers+", StringComparison.Ordinal) == true
        && (name.Contains("+ThunkTask", StringComparison.Ordinal) || name.Contains("+RuntimeAsyncTask", StringComparison.Ordinal));

    public static bool IsPlainTask(string? name) =>
        name == TaskLayout.TypeName || (name?.StartsWith(TaskLayout.TypeName + "<", StringComparison.Ordinal) == true && !name.Contains('+', StringComparison.Ordinal));

    /// <summary>Spares other types the look at their fields: C# names machines <c>&lt;M&gt;d__1</c>, VB <c>VB$StateMachine_1_M</c>, F# <c>m@47</c>.</summary>
    public static bool MightBeMachine(string? name) =>
        name is not null && (name.Contains(">d", StringComparison.Ordinal) || name.Contains("VB$StateMachine", StringComparison.Ordinal)
            || name.Contains('@', StringComparison.Ordinal));

    /// <summary>Gives T of the <c>Task&lt;T&gt;</c> that a class is or derives from, as C# writes it; empty for a task without a result.</summary>
    public static string Result(ClrType type)
    {
        var current = type;
        for (var i = 0; i < 16 && current?.Name is { } name; i++, current = current.BaseType)
        {
            if (IsBox(name) || IsPooledBox(name) || (name.StartsWith(TaskLayout.TypeName + "<", StringComparison.Ordinal) && !name.Contains(">+", StringComparison.Ordinal)))
                return Shown(TypeNames.FirstArguments(name));
        }

        return "";
    }

    private static string Shown(string result) => result == Void ? "" : TypeNames.Display(result);
}
