// Names with what a terminal takes for an order, and others for the brackets of a generic type: the test writes them over the underscores.
using System.Runtime.CompilerServices;

namespace Hostile;

internal sealed class Error5________________________________________________________________________________() : Exception(Texts.Short2);

internal sealed class Awaitable5________________________________________________________________________________ : INotifyCompletion
{
    public bool IsCompleted => false;

    public Awaitable5________________________________________________________________________________ GetAwaiter() => this;

    public void OnCompleted(Action continuation) => Keep.All.Add(continuation);

    public void GetResult()
    {
    }
}

internal static class Brackets
{
    public static void StartAll()
    {
        Keep.Add(Custom());
        Keep.Add(Failed());
    }

    private static async Task Custom() => await new Awaitable5________________________________________________________________________________();

    private static async Task Failed()
    {
        await Task.CompletedTask;
        throw new Error5________________________________________________________________________________();
    }
}
