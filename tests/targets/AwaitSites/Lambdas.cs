namespace Matrix;

/// <summary>Awaits in lambdas and local functions.</summary>
internal sealed class Lambdas
{
    private static readonly Func<Task<int>> s_staticField = async () => await Sites.Park("Lambdas..cctor.<lambda>", 1);

    private readonly Func<Task<int>> _field = async () =>
    {
        return await Sites.Park("Lambdas..ctor.<lambda>", 1);
    };

    private readonly int _number = 3;

    public static void StartAll()
    {
        var lambdas = new Lambdas();
        Sites.Start(s_staticField);
        Sites.Start(lambdas._field);
        Expression();
        Block();
        Capturing(5);
        lambdas.CapturingThis();
        Nested();
        InLoop();
        Anonymous();
        Void();
        LocalStatic();
        LocalCapturing(3);
        lambdas.LocalCapturingThis();
        LocalGeneric();
        LocalInLambda();
        LambdaInLocal();
        Overlapping();
        Sites.Start(AsyncContaining);
        PassedOn(async (number, text) => await Sites.Park("Lambdas.StartAll.<lambda>"));
    }

    private static void Expression()
    {
        Sites.Start(async () => await Sites.Park("Lambdas.Expression.<lambda>", 1));
    }

    private static void Block()
    {
        Sites.Start(async () =>
        {
            await Sites.Pass();
            return await Sites.Park("Lambdas.Block.<lambda>", 2);
        });
    }

    private static void Capturing(int captured)
    {
        int local = captured + 1;
        Sites.Start(async () =>
        {
            await Sites.Park("Lambdas.Capturing.<lambda>", 1);
            return local + captured;
        });
    }

    private void CapturingThis()
    {
        Sites.Start(async () =>
        {
            await Sites.Park("Lambdas.CapturingThis.<lambda>", 1);
            return _number;
        });
    }

    private static void Nested()
    {
        int outer = 1;
        Sites.Start(async () =>
        {
            int inner = outer + 1;
            Func<Task<int>> deep = async () =>
            {
                await Sites.Park("Lambdas.Nested.<lambda>", 1);
                return inner + outer;
            };
            return await Sites.At(Sites.Start(deep), "Lambdas.Nested.<lambda>", 1);
        });
    }

    private static void InLoop()
    {
        for (int i = 0; i < 2; i++)
        {
            int each = i;
            Sites.Start(async () =>
            {
                await Sites.Park("Lambdas.InLoop.<lambda>", 1);
                return each;
            });
        }
    }

    private static void Anonymous()
    {
        Sites.Start(async delegate
        {
            await Sites.Park("Lambdas.Anonymous.<lambda>", 1);
        });
    }

    private static void Void()
    {
        Action action = async () => await Sites.Park("Lambdas.Void.<lambda>", 1);
        Sites.StartVoid(action);
    }

    private static void LocalStatic()
    {
        Sites.Start(Local);

        static async Task<int> Local()
        {
            return await Sites.Park("Lambdas.LocalStatic.Local", 1);
        }
    }

    private static void LocalCapturing(int captured)
    {
        Sites.Start(Local);

        async Task<int> Local()
        {
            await Sites.Park("Lambdas.LocalCapturing.Local", 1);
            return captured;
        }
    }

    private void LocalCapturingThis()
    {
        Sites.Start(() => Local(4));

        async Task<int> Local(int more)
        {
            await Sites.Park("Lambdas.LocalCapturingThis.Local", 1);
            return _number + more;
        }
    }

    private static void LocalGeneric()
    {
        Sites.Start(() => Local<string>(1, "text"));
        Sites.Start(() => Local<int>(2, 3));

        static async Task<T> Local<T>(int number, T value)
        {
            await Sites.Park("Lambdas.LocalGeneric.Local<T>", 1);
            return value;
        }
    }

    private static void LocalInLambda()
    {
        Action action = () =>
        {
            Sites.Start(Local);

            static async Task Local() => await Sites.Park("Lambdas.LocalInLambda.Local", 1);
        };
        action();
    }

    private static void LambdaInLocal()
    {
        Local();

        static void Local()
        {
            // The compiler names a lambda by the outermost method: nothing in the assembly tells the local function.
            Sites.Start(async () => await Sites.Park("Lambdas.LambdaInLocal.<lambda>", 1));
        }
    }

    private static void Overlapping()
    {
        Sites.Start(async () => await Sites.Park("Lambdas.Overlapping.<lambda>", 1));
        Sites.Start(async () => await Sites.Park("Lambdas.Overlapping.<lambda>", 1));
    }

    private static async Task<int> AsyncContaining()
    {
        int local = await Sites.Pass();
        Func<Task<int>> lambda = async () =>
        {
            await Sites.Park("Lambdas.AsyncContaining.<lambda>", 1);
            return local;
        };
        return await Sites.At(Sites.Start(lambda), "Lambdas.AsyncContaining", 2);
    }

    private static void PassedOn(Func<int, string, Task<int>> lambda) => Sites.Start(() => lambda(1, "text"));
}
