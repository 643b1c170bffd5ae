namespace Shapes;

internal class Outer<TOut>
{
    public class Inner
    {
        public async Task Run<T>(T v, TOut o)
        {
            await Mark.M63(); /*@M63*/
            Mark.Use((v, o));
        }

        public async Task<(int, T?)> Mixed<T>(List<T[]> lists, Dictionary<string, TOut?> map, int? n, (int A, string B) pair)
            where T : struct
        => Add(await Mark.M64(), lists); /*@M64*/

        private static (int, T?) Add<T>(int n, List<T[]> lists)
            where T : struct
        => (n, null);
    }

    public class Inner<TIn>
    {
        public async Task Run(TIn v, TOut o)
        {
            Func<Task> lambda = async () =>
            {
                await Mark.M65(); /*@M65*/
                Mark.Use(v);
            };
            Mark.Use(lambda);
            await Mark.M67(); /*@M67*/
            Mark.Use(o);
        }
    }
}

file class Hidden
{
    public static async Task InFileType()
    {
        await Mark.M66(); /*@M66*/
    }
}

internal class UsesHidden
{
    public Task Go() => Hidden.InFileType();
}
