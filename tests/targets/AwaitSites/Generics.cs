namespace Matrix;

/// <summary>Awaits in generic classes and methods, with reference and value arguments.</summary>
internal static class Generics
{
    public static void StartAll()
    {
        Sites.Start(() => Method("text"));
        Sites.Start(() => Method(7));
        Sites.Start(() => Two("text", 7));
        Sites.Start(() => Constrained(new List<int>()));
        Sites.Start(() => new Outer<string>.Inner().Run(1, "text"));
        Sites.Start(() => new Outer<int>.Inner().Run("text", 1));
        Sites.Start(() => new Outer<Guid>().Plain());
        Sites.Start(Outer<object>.Static);
        Sites.Start(() => new Outer<long>.Value<string>().Get());
        Sites.Start(() => new Derived().Inherited());
        Sites.Start(() => Tuple<string, int>(("a", 1)));
    }

    private static async Task<T> Method<T>(T value)
    {
        await Sites.Park("Generics.Method<T>", 1);
        return value;
    }

    private static async Task<TSecond> Two<TFirst, TSecond>(TFirst first, TSecond second)
    {
        await Sites.ParkFor(first, "Generics.Two<TFirst, TSecond>", 1);
        return second;
    }

    private static async Task<int> Constrained<TList>(TList list)
        where TList : class, IList<int>, new()
    {
        list.Add(await Sites.Park("Generics.Constrained<TList>", 1));
        return list.Count;
    }

    private static async Task<(TA, TB)> Tuple<TA, TB>((TA A, TB B) tuple)
    {
        return await Sites.ParkFor(tuple, "Generics.Tuple<TA, TB>", 1);
    }

    internal class Outer<TOut>
    {
        public static async Task<TOut?> Static()
        {
            return await Sites.ParkFor(default(TOut), "Generics.Outer<TOut>.Static", 1);
        }

        public async Task<int> Plain() => await Sites.Park("Generics.Outer<TOut>.Plain", 1);

        public sealed class Inner
        {
            public async Task<T> Run<T>(T value, TOut other)
            {
                await Sites.ParkFor(other, "Generics.Outer<TOut>.Inner.Run<T>", 1);
                return value;
            }
        }

        public struct Value<TValue>
        {
            public async Task<TValue?> Get()
            {
                await Sites.Park("Generics.Outer<TOut>.Value<TValue>.Get", 1);
                return default;
            }
        }
    }

    internal abstract class Base<T>
    {
        public virtual async Task<int> Inherited() => await Sites.Park("Generics.Base<T>.Inherited", 1);
    }

    private sealed class Derived : Base<DateTime>
    {
        public override async Task<int> Inherited()
        {
            return await Sites.At(Sites.Start(base.Inherited), "Generics.Derived.Inherited", 1);
        }
    }
}
