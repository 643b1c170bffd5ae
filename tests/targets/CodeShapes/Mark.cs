namespace Shapes;

/// <summary>One method for each await, so that an await is known by what it calls.</summary>
internal static class Mark
{
    private static readonly TaskCompletionSource<int> Never = new();

    public static Task<int> M01(int n = 0) => Never.Task;

    public static Task<int> M02(int n = 0) => Never.Task;

    public static Task<int> M03(int n = 0) => Never.Task;

    public static Task<int> M04(int n = 0) => Never.Task;

    public static Task<int> M05(int n = 0) => Never.Task;

    public static Task<int> M06(int n = 0) => Never.Task;

    public static Task<int> M07(int n = 0) => Never.Task;

    public static Task<int> M08(int n = 0) => Never.Task;

    public static Task<int> M09(int n = 0) => Never.Task;

    public static Task<int> M10(int n = 0) => Never.Task;

    public static Task<int> M11(int n = 0) => Never.Task;

    public static Task<int> M12(int n = 0) => Never.Task;

    public static Task<int> M13(int n = 0) => Never.Task;

    public static Task<int> M14(int n = 0) => Never.Task;

    public static Task<int> M15(int n = 0) => Never.Task;

    public static Task<int> M16(int n = 0) => Never.Task;

    public static Task<int> M17(int n = 0) => Never.Task;

    public static Task<int> M18(int n = 0) => Never.Task;

    public static Task<int> M19(int n = 0) => Never.Task;

    public static Task<int> M20(int n = 0) => Never.Task;

    public static Task<int> M21(int n = 0) => Never.Task;

    public static Task<int> M22(int n = 0) => Never.Task;

    public static Task<int> M23(int n = 0) => Never.Task;

    public static Task<int> M24(int n = 0) => Never.Task;

    public static Task<int> M25(int n = 0) => Never.Task;

    public static Task<int> M26(int n = 0) => Never.Task;

    public static Task<int> M27(int n = 0) => Never.Task;

    public static Task<int> M28(int n = 0) => Never.Task;

    public static Task<int> M29(int n = 0) => Never.Task;

    public static Task<int> M30(int n = 0) => Never.Task;

    public static Task<int> M31(int n = 0) => Never.Task;

    public static Task<int> M32(int n = 0) => Never.Task;

    public static Task<int> M33(int n = 0) => Never.Task;

    public static Task<int> M34(int n = 0) => Never.Task;

    public static Task<int> M35(int n = 0) => Never.Task;

    public static Task<int> M36(int n = 0) => Never.Task;

    public static Task<int> M37(int n = 0) => Never.Task;

    public static Task<int> M38(int n = 0) => Never.Task;

    public static Task<int> M39(int n = 0) => Never.Task;

    public static Task<int> M40(int n = 0) => Never.Task;

    public static Task<int> M41(int n = 0) => Never.Task;

    public static Task<int> M42(int n = 0) => Never.Task;

    public static Task<int> M43(int n = 0) => Never.Task;

    public static Task<int> M44(int n = 0) => Never.Task;

    public static Task<int> M45(int n = 0) => Never.Task;

    public static Task<int> M46(int n = 0) => Never.Task;

    public static Task<int> M47(int n = 0) => Never.Task;

    public static Task<int> M48(int n = 0) => Never.Task;

    public static Task<int> M49(int n = 0) => Never.Task;

    public static Task<int> M50(int n = 0) => Never.Task;

    public static Task<int> M51(int n = 0) => Never.Task;

    public static Task<int> M52(int n = 0) => Never.Task;

    public static Task<int> M53(int n = 0) => Never.Task;

    public static Task<int> M54(int n = 0) => Never.Task;

    public static Task<int> M55(int n = 0) => Never.Task;

    public static Task<int> M56(int n = 0) => Never.Task;

    public static Task<int> M57(int n = 0) => Never.Task;

    public static Task<int> M58(int n = 0) => Never.Task;

    public static Task<int> M59(int n = 0) => Never.Task;

    public static Task<int> M60(int n = 0) => Never.Task;

    public static Task<int> M61(int n = 0) => Never.Task;

    public static Task<int> M62(int n = 0) => Never.Task;

    public static Task<int> M63(int n = 0) => Never.Task;

    public static Task<int> M64(int n = 0) => Never.Task;

    public static Task<int> M65(int n = 0) => Never.Task;

    public static Task<int> M66(int n = 0) => Never.Task;

    public static Task<int> M67(int n = 0) => Never.Task;

    public static Task<int> M68(int n = 0) => Never.Task;

    public static Task<int> M69(int n = 0) => Never.Task;

    public static Task<int> M70(int n = 0) => Never.Task;

    public static Task<int> M71(int n = 0) => Never.Task;

    public static Task<int> M72(int n = 0) => Never.Task;

    public static Task<int> M73(int n = 0) => Never.Task;

    public static Task<int> M74(int n = 0) => Never.Task;

    public static Task<int> M75(int n = 0) => Never.Task;

    public static Task<int> M76(int n = 0) => Never.Task;

    public static Task<int> M77(int n = 0) => Never.Task;

    public static Task<int> M78(int n = 0) => Never.Task;

    public static Task<int> M79(int n = 0) => Never.Task;

    public static Task<int> M80(int n = 0) => Never.Task;

    public static Task<int> M81(int n = 0) => Never.Task;

    public static Task<int> M82(int n = 0) => Never.Task;

    public static Task<int> M83(int n = 0) => Never.Task;

    public static Task<int> M84(int n = 0) => Never.Task;

    public static Task<int> M85(int n = 0) => Never.Task;

    public static Task<int> M86(int n = 0) => Never.Task;

    public static Task<int> M87(int n = 0) => Never.Task;

    public static Task<int> M88(int n = 0) => Never.Task;

    public static Task<int> M89(int n = 0) => Never.Task;

    public static Task<int> M90(int n = 0) => Never.Task;

    public static ValueTask<int> V01(int n = 0) => new(Never.Task);

    public static ValueTask<int> V02(int n = 0) => new(Never.Task);

    public static ValueTask<int> V03(int n = 0) => new(Never.Task);

    public static ValueTask<int> V04(int n = 0) => new(Never.Task);

    public static ValueTask<int> V05(int n = 0) => new(Never.Task);

    public static ValueTask<int> V06(int n = 0) => new(Never.Task);

    public static ValueTask<int> V07(int n = 0) => new(Never.Task);

    public static ValueTask<int> V08(int n = 0) => new(Never.Task);

    public static bool Flag() => Never.Task.IsCompleted;

    public static void Use(object? o) => GC.KeepAlive(o);
}
