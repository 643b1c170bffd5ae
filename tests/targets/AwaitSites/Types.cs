namespace Matrix;

/// <summary>Awaits in the members of all kinds of types.</summary>
internal static partial class Types
{
    public static void StartAll()
    {
        var types = new Nested.Deeper.Deepest();
        Sites.Start(types.Run);
        Sites.Start(() => Overloads.Do());
        Sites.Start(() => Overloads.Do(1));
        Sites.Start(() => Overloads.Do("text"));
        Sites.Start(() => Overloads.Do(1, "text"));
        Sites.Start(() => Overloads.Do([1]));
        Sites.Start(() => ((IThing)new Explicit()).DoAsync("name"));
        Sites.Start(() => ((IThing)new Explicit()).DefaultAsync());
        Sites.Start(() => new Explicit().DoAsync("name"));
        Sites.Start(() => new Point(1, 2).Length());
        Sites.Start(() => new Person("Ada").Greet());
        Sites.Start(() => "text".Extended());
        Sites.Start(StaticConstructed.Made);
        Sites.Start(() => Property);
        Sites.Start(PartialMethod);
        Sites.StartVoid(AsyncVoid);
        Sites.Start(() => new Implementation().Abstract());
    }

    private static Task<int> Property => GetProperty();

    private static partial Task PartialMethod();

    private static async Task<int> GetProperty() => await Sites.Park("Types.GetProperty", 1);

    private static async void AsyncVoid()
    {
        await Sites.Pass();
        await Sites.Park("Types.AsyncVoid", 2);
    }

    private static async Task<int> Extended(this string text)
    {
        await Sites.Park("Types.Extended", 1);
        return text.Length;
    }

    private static class Overloads
    {
        public static async Task Do() => await Sites.Park("Types.Overloads.Do", 1, parameters: "");

        public static async Task Do(int number) => await Sites.Park("Types.Overloads.Do", 1, parameters: "int");

        public static async Task Do(string text) => await Sites.Park("Types.Overloads.Do", 1, parameters: "string");

        public static async Task Do(int number, string text) => await Sites.Park("Types.Overloads.Do", 1, parameters: "int, string");

        public static async Task Do(int[] numbers) => await Sites.Park("Types.Overloads.Do", 1, parameters: "int[]");
    }

    internal interface IThing
    {
        Task DoAsync(string name);

        async Task DefaultAsync() => await Sites.Park("Types.IThing.DefaultAsync", 1);
    }

    internal sealed class Explicit : IThing
    {
        async Task IThing.DoAsync(string name) => await Sites.Park("Types.Explicit.IThing.DoAsync", 1);

        public async Task DoAsync(string name) => await Sites.Park("Types.Explicit.DoAsync", 1);
    }

    internal readonly struct Point(int x, int y)
    {
        private readonly int _x = x;
        private readonly int _y = y;

        public async Task<int> Length()
        {
            await Sites.Park("Types.Point.Length", 1);
            return _x + _y;
        }
    }

    internal sealed record Person(string Name)
    {
        public async Task<string> Greet()
        {
            await Sites.Park("Types.Person.Greet", 1);
            return $"Hello {Name}";
        }
    }

    internal static class StaticConstructed
    {
        public static readonly Func<Task<int>> Made;

        static StaticConstructed()
        {
            Made = async () => await Sites.Park("Types.StaticConstructed..cctor.<lambda>", 1);
        }
    }

    internal sealed class Nested
    {
        internal sealed class Deeper
        {
            internal sealed class Deepest
            {
                public async Task Run() => await Sites.Park("Types.Nested.Deeper.Deepest.Run", 1);
            }
        }
    }

    internal abstract class Abstraction
    {
        public abstract Task<int> Abstract();
    }

    internal sealed class Implementation : Abstraction
    {
        public override async Task<int> Abstract() => await Sites.Park("Types.Implementation.Abstract", 1);
    }
}
