using System.Runtime.InteropServices;

namespace Busy;

/// <summary>Leaves a thread waiting in vfork for a child that does not exec: no debugger can stop such a thread.</summary>
internal static class Vfork
{
    private const long Clone = 56, Control = 157, Pause = 34; // prctl
    private const long CloneVforkAndSigChld = 0x4000 | 17;
    private const long SignalOnParentsDeath = 1, Kill = 9;

    public static IDisposable? Start()
    {
        // Compiled beforehand: the child is a copy with one thread, which must not need the others.
        Marshal.PrelinkAll(typeof(Vfork));
        new Thread(() =>
        {
            if (Syscall(Clone, CloneVforkAndSigChld, 0, 0, 0, 0) == 0)
            {
                // The call that is compiled and bound: another one would wait for locks that nobody here lets go.
                _ = Syscall(Control, SignalOnParentsDeath, Kill, 0, 0, 0); // it ends with the program, however that ends
                _ = Syscall(Pause, 0, 0, 0, 0, 0);
            }
        }) { IsBackground = true }.Start();
        return null;
    }

    [DllImport("libc", EntryPoint = "syscall")]
    private static extern long Syscall(long number, long a, long b, long c, long d, long e);
}
