using System.Diagnostics;

namespace Context;

/// <summary>Activities: with W3C ids, one inside another, one of the program's own local, one of the old format, one that was not started.</summary>
internal static class Activities
{
    private static readonly AsyncLocal<Activity?> s_mine = new();

    public static void StartAll()
    {
        Keep.Start(() => Start("GET /checkout"), InActivity);
        Keep.Start(
            () =>
            {
                Start("GET /checkout");
                Start("Inner").DisplayName = "Reserve it";
            },
            InNested);
        Keep.Start(
            () =>
            {
                Start("Outer");
                s_mine.Value = new Activity("Mine");
            },
            WithOwnLocal);
        Keep.Start(
            () =>
            {
                var old = new Activity("Old");
                old.SetIdFormat(ActivityIdFormat.Hierarchical);
                old.Start();
                Keep.All.Add(old.Id);
                Say(old, old.Id ?? "");
            },
            InHierarchical);
    }

    private static Activity Start(string name)
    {
        var activity = new Activity(name);
        activity.SetIdFormat(ActivityIdFormat.W3C);
        activity.Start();
        Say(activity, $"{activity.TraceId} {activity.SpanId}");
        return activity;
    }

    // The test knows the ids from here.
    private static void Say(Activity activity, string ids) => Console.WriteLine($"{activity.OperationName.Replace(' ', '_')} {ids}");

    private static async Task InActivity() => await Keep.Never;

    private static async Task InNested() => await Keep.Never;

    private static async Task WithOwnLocal() => await Keep.Never;

    private static async Task InHierarchical() => await Keep.Never;
}
