using System.Globalization;

namespace TaskFind.Model;

/// <summary>The value of <c>Task.Id</c> (<c>m_taskId</c>), which the runtime assigns only when somebody asks for it: most tasks have none.</summary>
public readonly record struct TaskId(int Value)
{
    /// <summary>Writes the id as Python names its tasks, <c>Task-7</c>.</summary>
    public override string ToString() => "Task-" + Value.ToString(CultureInfo.InvariantCulture);
}
