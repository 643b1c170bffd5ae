using System.Globalization;

// Argument: which graph. Every method is suspended when the last call has returned.
object kept = args[0] switch
{
    "diamonds" => Diamonds(24),
    "fan" => Fan(10_000),
    "chain" => Chain(int.Parse(args.ElementAtOrDefault(1) ?? "100000", CultureInfo.InvariantCulture)),
    _ => throw new ArgumentException(args[0]),
};
Commands.Serve();
GC.KeepAlive(kept);

// Two machines a layer, each waits for both of the layer below: 48 machines, 2^24 paths.
static Task[] Diamonds(int layers)
{
    Task[] below = [Bottom(), Bottom()];
    for (var layer = 1; layer < layers; layer++)
    {
        below = [Left(below), Right(below)];
    }

    return below;
}

static Task[] Fan(int width)
{
    Task common = Bottom();
    return [.. Enumerable.Range(0, width).Select(_ => Link(common))];
}

static Task Chain(int depth)
{
    Task last = Bottom();
    for (var i = 1; i < depth; i++)
    {
        last = Link(last);
    }

    return last;
}

static async Task Left(Task[] below) => await Task.WhenAll(below);

static async Task Right(Task[] below) => await Task.WhenAll(below);

static async Task Link(Task below) => await below;

static async Task Bottom() => await Task.Delay(TimeSpan.FromHours(1));
