namespace TaskFind.Scanning.Layouts;

/// <summary>An awaiter field of a state machine, and where in it the awaited object is referred to.</summary>
/// <param name="Field">The field's name, <c>&lt;&gt;u__1</c>.</param>
/// <param name="Offset">The reference's offset from the start of the holding object; -1 for an awaiter without one, such as <c>YieldAwaiter</c>, or <see cref="AwaiterSlots.TooDeep"/>.</param>
/// <param name="Type">The awaiter's type name; null when the runtime could not tell it.</param>
/// <param name="IsObject">Whether the field refers to the awaiter itself (a class, or a boxed struct) and not to what it awaits.</param>
internal sealed record AwaiterSlot(string Field, int Offset, string? Type, bool IsObject);
