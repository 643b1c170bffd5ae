namespace Matrix;

internal static partial class Types
{
    private static async partial Task PartialMethod()
    {
        await Sites.Park("Types.PartialMethod", 1);
    }
}
