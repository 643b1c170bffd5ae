using System.Reflection;

namespace TargetShared;

/// <summary>Looks into awaited things as the runtime's own code would, to prove that somebody waits for them.</summary>
internal static class Awaited
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private static readonly FieldInfo s_continuation = typeof(Task).GetField("m_continuationObject", Any)!;

    /// <summary>The Task or the source behind a ValueTask.</summary>
    public static object? Behind(object valueTask) => valueTask.GetType().GetField("_obj", Any)!.GetValue(valueTask);

    /// <summary>True when the awaiting method has left its continuation, after which it touches nothing any more.</summary>
    public static bool HasContinuation(object awaited)
    {
        if (awaited is Task task)
        {
            return s_continuation.GetValue(task) is not null;
        }

        if (awaited is INamedAwaited named)
        {
            return named.IsAwaited;
        }

        for (Type? type = awaited.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Any))
            {
                // The operations of channels keep the continuation themselves; all others keep it in the core.
                if (field.Name == "_continuation")
                {
                    return field.GetValue(awaited) is not null;
                }

                if (field.FieldType.Name.StartsWith("ManualResetValueTaskSourceCore", StringComparison.Ordinal))
                {
                    return field.FieldType.GetField("_continuation", Any)!.GetValue(field.GetValue(awaited)) is not null;
                }
            }
        }

        throw new NotSupportedException($"cannot tell who waits for a {awaited.GetType()}");
    }
}
