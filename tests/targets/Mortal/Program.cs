using System.Runtime.InteropServices;
using TargetShared;

namespace Mortal;

/// <summary>Has many tasks, makes and ends threads all the time, and ends in the way it is told to.</summary>
internal static partial class Program
{
    private const int Tasks = 20_000;
    private static readonly TaskCompletionSource s_never = new();

    private static void Main()
    {
        for (int i = 0; i < Tasks; i++)
        {
            _ = Wait();
        }

        new Thread(ComeAndGo) { IsBackground = true }.Start();
        Commands.Serve(("exec", BecomeAnother), ("crash", () => Environment.FailFast("told to crash")), ("throw", Throw));
    }

    private static async Task Wait() => await s_never.Task;

    private static void ComeAndGo()
    {
        while (true)
        {
            var thread = new Thread(() => GC.KeepAlive(new byte[10_000]));
            thread.Start();
            thread.Join();
        }
    }

    private static void Throw() => new Thread(() => throw new InvalidOperationException("told to throw")).Start();

    private static unsafe void BecomeAnother()
    {
        fixed (byte* path = "/bin/sleep\0"u8, second = "1000\0"u8)
        {
            byte** arguments = stackalloc byte*[] { path, second, null };
            byte** variables = stackalloc byte*[] { null };
            _ = Execute(path, arguments, variables);
        }
    }

    [LibraryImport("libc", EntryPoint = "execve")]
    private static unsafe partial int Execute(byte* path, byte** arguments, byte** variables);
}
