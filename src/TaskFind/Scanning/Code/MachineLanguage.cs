namespace TaskFind.Scanning.Code;

/// <summary>Names the compiler family that made a state machine, which decides how its fields are called.</summary>
internal enum MachineLanguage
{
    /// <summary>C#: the state is "&lt;&gt;1__state", awaiters are "&lt;&gt;u__N".</summary>
    CSharp,

    /// <summary>Visual Basic: the state is "$State", awaiters are "$AN".</summary>
    VisualBasic,

    /// <summary>F#: the state is "ResumptionPoint", awaiters have names of their own.</summary>
    FSharp,
}
