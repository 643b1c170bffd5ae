namespace Matrix;

/// <summary>Awaits in the plain positions of statements and expressions.</summary>
internal sealed class Basic
{
    private readonly int _seed = 1;
    private int _sum;

    public static void StartAll()
    {
        var basic = new Basic();
        for (int stop = 1; stop <= 8; stop++)
        {
            int at = stop;
            Sites.Start(() => basic.Multi(at));
        }

        for (int stop = 1; stop <= 3; stop++)
        {
            int at = stop;
            Sites.Start(() => SeveralInOneStatement(at));
            Sites.Start(() => SeveralOnTheirLines(at));
            Sites.Start(() => Interpolated(at));
        }

        Sites.Start(FirstStatement);
        Sites.Start(Returned);
        Sites.Start(ExpressionBody);
        Sites.Start(ExpressionBodyOnItsOwnLine);
        Sites.Start(MultiLineCall);
        Sites.Start(MultiLineChain);
        Sites.Start(AwaitKeywordAlone);
        Sites.Start(basic.CapturesThis);
        Sites.Start(basic.CompoundAssignment);
        Sites.Start(Nested);
        Sites.Start(Outermost);
        Sites.Start(Initializers);
        Sites.Start(CollectionInitializer);
        Sites.Start(Deconstructed);
        Sites.Start(Pattern);
        Sites.Start(TwoOnALine);
        Sites.Start(ElementAssigned);
        Sites.Start(() => WithParameters(1, "text", new DateTime(2026, 1, 1), 1.5m));
        Sites.Start(Bool);
    }

    private async Task<int> Multi(int stop)
    {
        int sum = await Sites.ParkIf(stop == 1, "Basic.Multi", 1);
        sum += await Sites.ParkIf(stop == 2, "Basic.Multi", 2);
        await Sites.ParkIf(stop == 3, "Basic.Multi", 3);
        if (sum > 0)
        {
            sum += await Sites.ParkIf(stop == 4, "Basic.Multi", 4) * 2;
        }

        for (int i = 0; i < 2; i++)
        {
            sum += i + await Sites.ParkIf(stop == 5 && i == 1, "Basic.Multi", 5);
        }

        await Sites.ParkIf(stop == 6, "Basic.Multi", 6).ConfigureAwait(false);
        int more = await Sites.ParkIf(
            stop == 7,
            "Basic.Multi", 7, up: 0, down: 2);
        return sum + more + _seed + await Sites.ParkIf(stop == 8, "Basic.Multi", 8);
    }

    private static async Task<int> SeveralInOneStatement(int stop)
    {
        return Add(await Sites.ParkIf(stop == 1, "Basic.SeveralInOneStatement", 1), await Sites.ParkIf(stop == 2, "Basic.SeveralInOneStatement", 2), await Sites.ParkIf(stop == 3, "Basic.SeveralInOneStatement", 3));
    }

    private static async Task<int> SeveralOnTheirLines(int stop)
    {
        int sum = Add(
            await Sites.ParkIf(stop == 1, "Basic.SeveralOnTheirLines", 1, up: 1, down: 2),
            await Sites.ParkIf(stop == 2, "Basic.SeveralOnTheirLines", 2, up: 2, down: 1),
            await Sites.ParkIf(stop == 3, "Basic.SeveralOnTheirLines", 3, up: 3, down: 0));
        return sum;
    }

    private static async Task<string> Interpolated(int stop)
    {
        return $"{await Sites.ParkIf(stop == 1, "Basic.Interpolated", 1)} and {await Sites.ParkIf(stop == 2, "Basic.Interpolated", 2)} and {await Sites.ParkIf(stop == 3, "Basic.Interpolated", 3)}";
    }

    private static async Task FirstStatement()
    {
        await Sites.Park("Basic.FirstStatement", 1);
    }

    private static async Task<int> Returned()
    {
        return await Sites.Park("Basic.Returned", 1);
    }

    private static async Task<int> ExpressionBody() => await Sites.Park("Basic.ExpressionBody", 1);

    private static async Task<int> ExpressionBodyOnItsOwnLine() =>
        await Sites.Park("Basic.ExpressionBodyOnItsOwnLine", 1);

    private static async Task<int> MultiLineCall()
    {
        int before = 1;
        int sum = before
            + Add(
                before,
                await Sites.Park("Basic.MultiLineCall", 1, up: 3, down: 1),
                before);
        return sum;
    }

    private static async Task<string> MultiLineChain()
    {
        string text = (await Sites.ParkFor("text", "Basic.MultiLineChain", 1, up: 0, down: 3))
            .Trim()
            .ToUpperInvariant()
            .PadLeft(7);
        return text;
    }

    private static async Task<int> AwaitKeywordAlone()
    {
        int value =
            await
                Sites.Park("Basic.AwaitKeywordAlone", 1, up: 2, down: 0);
        return value;
    }

    private async Task<int> CapturesThis()
    {
        await Sites.Park("Basic.CapturesThis", 1);
        return _seed;
    }

    private async Task CompoundAssignment()
    {
        _sum += await Sites.Park("Basic.CompoundAssignment", 1);
    }

    private static async Task<int> Nested()
    {
        return await (await Sites.ParkFor(Task.FromResult(1), "Basic.Nested", 1));
    }

    private static async Task<int> Outermost()
    {
        await Sites.Pass();
        return await Sites.At(Sites.Start(Middle), "Basic.Outermost", 2);
    }

    private static async Task<int> Middle() => await Sites.At(Sites.Start(Innermost), "Basic.Middle", 1);

    private static async Task<int> Innermost()
    {
        int value = await Sites.Park("Basic.Innermost", 1);
        return value;
    }

    private static async Task<List<int>> Initializers()
    {
        var made = new List<int>(await Sites.Park("Basic.Initializers", 1, up: 0, down: 4))
        {
            1,
            2,
        };
        return made;
    }

    private static async Task<int[]> CollectionInitializer()
    {
        int[] made =
        [
            1,
            await Sites.Park("Basic.CollectionInitializer", 1, up: 3, down: 2),
            3,
        ];
        return made;
    }

    private static async Task<int> Deconstructed()
    {
        (int left, string right) = await Sites.ParkFor((1, "one"), "Basic.Deconstructed", 1);
        return left + right.Length;
    }

    private static async Task<bool> Pattern()
    {
        return await Sites.ParkFor<object>("text", "Basic.Pattern", 1) is string { Length: > 2 };
    }

    private static async Task<int> TwoOnALine()
    {
        await Sites.Pass(); return await Sites.Park("Basic.TwoOnALine", 2);
    }

    private static async Task<int[]> ElementAssigned()
    {
        var array = new int[2];
        array[1] = await Sites.Park("Basic.ElementAssigned", 1);
        return array;
    }

    private static async Task<decimal> WithParameters(int number, string text, DateTime when, decimal price)
    {
        await Sites.Park("Basic.WithParameters", 1);
        return number + text.Length + when.Day + price;
    }

    private static async Task<bool> Bool()
    {
        bool both = await Sites.ParkFor(true, "Basic.Bool", 1, up: 0, down: 1)
            && await Sites.ParkFor(true, "Basic.Bool", 2, up: 1, down: 0);
        return both;
    }

    private static int Add(int first, int second, int third) => first + second + third;
}
