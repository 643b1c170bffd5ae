namespace Cycle;

/// <summary>Methods that wait for each other for ever.</summary>
internal static class Ring
{
    private static Task s_b = null!;
    private static Task s_y = null!;
    private static Task s_self = null!;

    public static void Start(Task gate)
    {
        // A and B.
        Task a = Sites.Start(() => A(gate), ends: false);
        s_b = Sites.Start(() => B(a), ends: false);

        // X, a WhenAll, Y, Z.
        Task x = Sites.Start(() => X(gate), ends: false);
        Task z = Sites.Start(() => Z(x), ends: false);
        s_y = Sites.Start(() => Y(z), ends: false);

        // A method that waits for itself, and one outside of all rings that waits for one in a ring.
        s_self = Sites.Start(() => Self(gate), ends: false);
        Sites.Start(() => Outside(a), ends: false);
    }

    private static async Task A(Task gate)
    {
        await gate;
        await Sites.At(s_b, "Ring.A", 2);
    }

    private static async Task B(Task a)
    {
        await Sites.At(a, "Ring.B", 1);
    }

    private static async Task X(Task gate)
    {
        await gate;
        await Sites.At(Task.WhenAll(s_y, Sites.New(1)), "Ring.X", 2);
    }

    private static async Task Y(Task z) => await Sites.At(z, "Ring.Y", 1);

    private static async Task Z(Task x) => await Sites.At(x, "Ring.Z", 1);

    private static async Task Self(Task gate)
    {
        await gate;
        await Sites.At(s_self, "Ring.Self", 2);
    }

    private static async Task Outside(Task a) => await Sites.At(a, "Ring.Outside", 1);
}
