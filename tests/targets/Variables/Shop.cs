namespace Variables;

internal enum OrderState
{
    Open,
    Paid = 3,
}

internal sealed class Cart;

internal struct Point
{
    public int X, Y;
}

/// <summary>Values of every kind, as parameters and locals of a method of an object.</summary>
internal sealed class Shop
{
    private readonly Task<int> _done = Done(1);

    /// <summary>Waits for what ends.</summary>
    public void Settle() => _done.Wait();

    public object StartAll() => new object[]
    {
        Numbers(42, -7, 3_000_000_000, 0.5, true, 'x'),
        Values(19.90m, new DateTime(2026, 11, 27, 12, 30, 0, DateTimeKind.Utc), TimeSpan.FromMinutes(90), new Guid("00112233-4455-6677-8899-aabbccddeeff"), OrderState.Paid, (OrderState)9),
        References("it's\u001b[2J\n", new Cart(), null, 17, new string('y', 1000)),
        Nullables(5, null, OrderState.Open, new Point()),
        Locals("A-17"),
        Outer(7),
    };

    private async Task Numbers(int id, short small, long big, double rate, bool yes, char letter)
    {
        await Never.Task;
        Never.Use(this, id, small, big, rate, yes, letter);
    }

    private async Task Values(decimal price, DateTime when, TimeSpan left, Guid key, OrderState state, OrderState odd)
    {
        await Never.Task;
        Never.Use(price, when, left, key, state, odd);
    }

    private async Task References(string text, Cart cart, Cart? nothing, object boxed, string endless)
    {
        await Never.Task;
        Never.Use(text, cart, nothing, boxed, endless);
    }

    private async Task Nullables(int? some, int? none, OrderState? state, Point? point)
    {
        await Never.Task;
        Never.Use(some, none, state, point);
    }

    private async Task Locals(string sku)
    {
        int count = sku.Length;
        var label = $"{count} of {sku}";
        await Task.CompletedTask;
        Point point = default;
        List<string> notes = [label];
        await Never.Task;
        Never.Use(count, label, point.X, notes);
    }

    private async Task Outer(int id)
    {
        string kept = $"order {id}";
        await Inner(id + 1);
        Never.Use(kept);
    }

    private async Task Inner(int number)
    {
        await Never.Task;
        Never.Use(number);
    }

    private static async Task<int> Done(int id)
    {
        await Task.Yield();
        return id + 16;
    }
}
