namespace Shapes;

internal static class Lambdas
{
    private static readonly Func<Task> InField = async () => await Mark.M57(); /*@M57*/

    public static void Nested(int captured)
    {
        Func<int, Task<int>> outer = async n =>
        {
            Func<Task<int>> inner = async () => await Mark.M58(n + captured); /*@M58*/
            return await inner(); /*@Invoke*/
        };
        Func<Task> statement = async delegate
        {
            await Mark.M59(captured); /*@M59*/
        };
        Mark.Use(outer);
        Mark.Use(statement);
        Mark.Use(InField);
    }

    public static Task Local(int captured)
    {
        return Task.WhenAll(Static(1), Capturing(), Generic<string>(2, ""));

        static async Task Static(int z)
        {
            await Mark.M60(z); /*@M60*/
        }

        async Task Capturing()
        {
            await Mark.M61(captured); /*@M61*/
            await Static(captured); /*@Static*/
        }

        async Task Generic<T>(int z, T t)
            where T : class
        {
            await Mark.M62(captured); /*@M62*/
            Mark.Use(t);
        }
    }
}
