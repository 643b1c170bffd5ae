using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Layering;

/// <summary>Holds the table of rooms: who may use whom.</summary>
public sealed class LayeringTests
{
    private const string Clr = "Microsoft.Diagnostics.Runtime";
    private const string Client = "Microsoft.Diagnostics.NETCore.Client";
    private const string Metadata = "System.Reflection.Metadata";

    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Model"] = [],
        ["Targets"] = ["Model", Clr, Client],
        ["Scanning"] = ["Model", "Targets", Clr, Metadata],
        ["Captures"] = ["Model"],
        ["Queries"] = ["Model"],
        ["Rendering"] = ["Model", "Queries"],
    };

    private static readonly Lazy<IReadOnlySet<TypeUse>> Uses = new(() => AssemblyUses.Of(typeof(TaskGraph).Assembly.Location));

    [Fact]
    public void Each_room_uses_only_what_it_may() => Assert.Empty(Violations(Rooms));

    [Fact]
    public void Uses_in_signatures_and_in_bodies_are_seen()
    {
        Assert.Contains(Uses.Value, u => u is { From: "TaskFind.Model", User: "TaskGraphBuilder", Used: "TaskGraphData" });
        Assert.Contains(Uses.Value, u => u is { From: "TaskFind.Rendering", User: "ChainText", To: "TaskFind.Queries", Used: "AwaitChain" });
        var stricter = new Dictionary<string, string[]>(Rooms) { ["Rendering"] = ["Model"] };
        Assert.Contains(Violations(stricter), v => v.Contains("Rendering.ChainText", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Violations(Dictionary<string, string[]> rooms) =>
        from use in Uses.Value
        let room = Room(use.From)
        let used = Room(use.To)
        where room is not null and not "" && used is not null && used != room && (!rooms.TryGetValue(room, out var allowed) || !allowed.Contains(used))
        orderby use.From, use.User
        select $"{use.From}.{use.User} uses {use.To} {use.Used}";

    /// <summary>Gives the first name behind TaskFind, empty for the façade, a guarded assembly's name, or null for what everybody may use.</summary>
    private static string? Room(string owner) => owner switch
    {
        "TaskFind" => "",
        Clr or Client or Metadata => owner,
        _ when owner.StartsWith("TaskFind.", StringComparison.Ordinal) => owner.Split('.')[1],
        _ => null,
    };
}
