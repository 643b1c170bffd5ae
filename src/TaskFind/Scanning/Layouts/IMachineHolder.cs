namespace TaskFind.Scanning.Layouts;

/// <summary>A layout whose object holds a state machine, or refers to the object that is one by <c>RootRecord.Awaited</c>.</summary>
internal interface IMachineHolder : ILayout
{
    /// <summary>Gets the machine inside the object; null when it is an object of its own.</summary>
    MachineLayout? Embedded { get; }
}
