using System.Globalization;
using TaskFind.Targets;
using TaskFind.Targets.Access;

namespace TaskFind;

/// <summary>Examines whether a capture can be looked at, by loading it.</summary>
internal static class CaptureCheckup
{
    /// <summary>Loads the capture and says what it is of.</summary>
    public static Checkup Of(string path)
    {
        try
        {
            var graph = TaskCapture.Load(path);
            var of = $"a whole capture of {Trouble.Shown(graph.Target.Name)}{(graph.Target.Pid is { } pid ? string.Create(CultureInfo.InvariantCulture, $", process {pid}") : "")}";
            return new Checkup
            {
                IsDumpFile = true,
                IsLive = true,
                Checks =
                [
                    new Check("capture", CheckMark.Fine, string.Create(CultureInfo.InvariantCulture, $"{of}, taken at {graph.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z")),
                    new Check("runtime", CheckMark.Fine, $".NET {graph.Target.Runtime ?? "of an unknown version"}"),
                    graph.Coverage.CutShort is { } why
                        ? new Check("tasks", CheckMark.Remark, $"the look was cut short and tasks may be missing: {Trouble.Shown(why)}")
                        : new Check("tasks", CheckMark.Fine, string.Create(CultureInfo.InvariantCulture, $"{graph.Coverage.Tasks}; no debugging library is needed")),
                ],
            };
        }
        catch (TargetException e)
        {
            return new Checkup { IsDumpFile = true, Checks = [new Check("capture", CheckMark.Closed, e.Message)], Next = [e.Hint] };
        }
    }
}
