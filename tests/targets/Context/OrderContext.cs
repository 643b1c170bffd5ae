namespace Context;

/// <summary>AsyncLocals that static fields hold.</summary>
internal static class OrderContext
{
    /// <summary>The one most methods set.</summary>
    public static readonly AsyncLocal<string?> s_tenant = new();

    /// <summary>Holds numbers.</summary>
    public static readonly AsyncLocal<int> s_number = new();

    /// <summary>Gets the one that a property holds.</summary>
    public static AsyncLocal<Order?> Current { get; } = new();
}
