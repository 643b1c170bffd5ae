using System.Runtime.CompilerServices;

namespace Shapes;

internal class Iterators
{
    public async IAsyncEnumerable<int> Numbers([EnumeratorCancellation] CancellationToken token = default)
    {
        yield return 1; /*@Numbers_yield1*/
        await Mark.M68(); /*@M68*/
        for (var i = 0; i < 3; i++)
        {
            yield return i; /*@Numbers_yield2*/
            await Mark.M69(); /*@M69*/
        }

        try
        {
            yield return await Mark.M70(); /*@M70*/ /*@Numbers_yield3*/
        }
        finally
        {
            await Mark.M71(); /*@M71*/
        }

        await foreach (var n in Numbers(token).WithCancellation(token)) /*@Enumerator_Next*/ /*@Enumerator_Dispose*/
        {
            yield return n; /*@Numbers_yield4*/
        }
    }

    public async IAsyncEnumerator<string> Words()
    {
        Mark.Use(this);
        await Mark.M72(); /*@M72*/
        yield return /*^Words_yield1*/
            "a"; /*@Words_yield1*/
        yield break;
    }
}
