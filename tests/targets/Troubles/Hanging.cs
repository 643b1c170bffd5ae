namespace Troubles;

/// <summary>A test as a framework marks it: by the name of the attribute.</summary>
internal static class Hanging
{
    public static void Start(bool isInnocent) => Keep.Alive(isInnocent ? Helper() : Reserve_waits_for_stock());

    [Fact]
    private static async Task Reserve_waits_for_stock() => await Reserves();

    private static async Task Helper() => await Reserves();

    private static async Task Reserves() => await new TaskCompletionSource().Task;

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FactAttribute : Attribute;
}
