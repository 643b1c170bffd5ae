namespace TaskFind.Model;

/// <summary>How the value of a <see cref="WaitFact"/> is meant, which decides how it is written.</summary>
public enum WaitFactKind : byte
{
    /// <summary>No value: the key says it all, <c>receive</c>.</summary>
    Flag,

    /// <summary>A whole number, <c>fd:67</c>.</summary>
    Number,

    /// <summary>A whole number out of several, <c>waiter:1/3</c>.</summary>
    Share,

    /// <summary>A time in milliseconds, <c>left:0.8s</c>.</summary>
    Time,

    /// <summary>A time in milliseconds that is not exceeded, <c>left:&lt;=0.8s</c>.</summary>
    TimeAtMost,

    /// <summary>A time in milliseconds that is exceeded or just met, <c>overdue:&gt;=0.8s</c>.</summary>
    TimeAtLeast,

    /// <summary>The name of a type, method or field, written without quotes where it is plain, <c>item:Order</c>.</summary>
    Name,

    /// <summary>Any text of the target, written in quotes, <c>peer:'10.0.0.9:5432'</c>.</summary>
    Text,

    /// <summary>The name of its class, written in quotes behind the resource's, <c>TaskScheduler 'Limited'</c>.</summary>
    Label,
}
