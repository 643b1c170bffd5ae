namespace Waits;

/// <summary>A gate that blocks threads, never tasks, until "go".</summary>
internal static class Gates
{
    public static ManualResetEventSlim New()
    {
        var gate = new ManualResetEventSlim();
        Sites.OnGo(gate.Set);
        return gate;
    }
}
