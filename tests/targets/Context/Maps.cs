namespace Context;

/// <summary>Contexts with so many AsyncLocals that every kind of map is there.</summary>
internal static class Maps
{
    private static readonly AsyncLocal<string?>[] s_more = [.. Enumerable.Range(0, 300).Select(_ => new AsyncLocal<string?>())];

    public static void StartAll()
    {
        Keep.Start(() => { }, None);
        Keep.Start(() => Set(1), One);
        Keep.Start(() => Set(2), Two);
        Keep.Start(() => Set(3), Three);
        Keep.Start(() => Set(4), Four);
        Keep.Start(() => Set(5), Five);
        Keep.Start(() => Set(16), Sixteen);
        Keep.Start(() => Set(25), TwentyFive);
        Keep.Start(() => Set(300), ThreeHundred);
        Keep.Start(() => { Set(1); ExecutionContext.SuppressFlow(); }, Suppressed);
    }

    private static void Set(int count)
    {
        OrderContext.s_tenant.Value = "acme";
        for (var i = 1; i < count; i++)
            s_more[i].Value = $"local {i}";
    }

    private static async Task None() => await Keep.Never;

    private static async Task One() => await Keep.Never;

    private static async Task Two() => await Keep.Never;

    private static async Task Three() => await Keep.Never;

    private static async Task Four() => await Keep.Never;

    private static async Task Five() => await Keep.Never;

    private static async Task Sixteen() => await Keep.Never;

    private static async Task TwentyFive() => await Keep.Never;

    private static async Task ThreeHundred() => await Keep.Never;

    private static async Task Suppressed() => await Keep.Never;
}
