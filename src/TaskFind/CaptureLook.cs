using TaskFind.Model;

namespace TaskFind;

/// <summary>A look at a capture: all that is in it, values only when they are asked for.</summary>
internal static class CaptureLook
{
    /// <summary>Loads a capture for a look.</summary>
    public static TaskGraph Take(string path, LookOptions options)
    {
        options.Progress?.Report("loading the capture");
        var data = TaskCapture.Load(path).Data;
        var (values, contexts) = Show(data, options);
        var notes = new List<string>(data.Coverage.Notes);
        if (options.Values && !values)
            notes.Add("The capture holds no values: they are in one that was taken with --values, if there were any.");
        if (options.Context && !contexts)
            notes.Add("The capture holds no contexts: they are in one that was taken with --context, if there were any.");
        return new TaskGraph(data with
        {
            Coverage = data.Coverage with { Notes = notes },
            Contexts = options.Context ? data.Contexts : [],
            Variables = options.Values ? data.Variables : [],
        });
    }

    // The rows are nobody else's yet. Tells which values there were.
    private static (bool Values, bool Contexts) Show(TaskGraphData data, LookOptions options)
    {
        var (values, contexts) = (false, false);
        for (var i = 0; i < data.Extras.Count; i++)
        {
            ref var extra = ref data.Extras[i];
            values |= extra.Result >= 0 || extra.Variables >= 0;
            contexts |= extra.Context >= 0;
            if (!options.Values)
                extra.Result = extra.Variables = -1;
            if (!options.Context)
                extra.Context = -1;
        }

        return (values, contexts);
    }
}
