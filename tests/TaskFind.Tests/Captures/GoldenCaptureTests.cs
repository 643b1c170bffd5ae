using TaskFind.Captures;
using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Captures;

/// <summary>
/// Captures that were written when a version of the format was new: every later version reads them as that one did. A file is never written again, with
/// <c>TASKFIND_UPDATE_GOLDEN=1</c> only those that are missing; what they say is in a text of their own.
/// </summary>
public sealed class GoldenCaptureTests
{
    private const string Name = "capture-v1";

    private static readonly string s_path = Path.Combine(Repository.Root, "tests", "TaskFind.Tests", "golden", Name + ".cap");

    [Fact]
    public void The_first_version_is_read()
    {
        if (!File.Exists(s_path) && Environment.GetEnvironmentVariable("TASKFIND_UPDATE_GOLDEN") == "1")
            File.WriteAllBytes(s_path, CaptureBytes.Of(SampleGraph.Make()));
        var graph = TaskCapture.Load(s_path);
        Assert.Equal((TargetKind.Capture, 4711, "Shop"), (graph.Target.Kind, graph.Target.Pid!.Value, graph.Target.Name));
        Golden.Check(Name + ".txt", graph.Nodes.Select(n => n.Describe()));
    }

    [Fact]
    public void Ids_and_numbers_are_given_once()
    {
        Assert.Equal(CaptureSections.All.Count, CaptureSections.All.Select(s => s.Id).Append(CaptureFormat.End).Distinct().Count() - 1);
        Assert.All(CaptureBytes.Sections(SampleGraph.Make()).Where(s => s.Id != 1), s => Assert.Equal(Numbers(s.Bytes).Count, Numbers(s.Bytes).Distinct().Count()));
    }

    private static List<ulong> Numbers(byte[] section)
    {
        var input = new CaptureInput(new CaptureTables(), section);
        input.Rows();
        var numbers = new List<ulong>();
        for (var columns = input.Count(); columns > 0; columns--)
        {
            numbers.Add(input.Unsigned());
            input.Raw(input.Count());
        }

        return numbers;
    }
}
