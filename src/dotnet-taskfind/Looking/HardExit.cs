using System.Runtime.InteropServices;
using System.Text;

namespace TaskFind.Tool.Looking;

/// <summary>Ends the process at once; the kernel lets go of whatever was looked at.</summary>
internal static unsafe class HardExit
{
    private const int ErrorStream = 2;

    // Found beforehand: a library that never comes back from being loaded holds the loader's lock, which finding a function takes.
    private static readonly delegate* unmanaged<int, void> s_exit;
    private static readonly delegate* unmanaged<int, byte*, nint, nint> s_write;

#pragma warning disable CA1810 // What is found is a pointer, and it has to be found before it is needed.
    static HardExit()
#pragma warning restore CA1810
    {
        if (OperatingSystem.IsWindows())
            return;
        var c = NativeLibrary.Load("libc", typeof(HardExit).Assembly, null);
        s_exit = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(c, "_exit");
        s_write = (delegate* unmanaged<int, byte*, nint, nint>)NativeLibrary.GetExport(c, "write");
    }

    /// <summary>Makes ready for an end that may come when nothing can be made ready any more.</summary>
    public static void Prepare() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(HardExit).TypeHandle);

    /// <summary>Ends the process with this code and does not return.</summary>
    public static int Now(int code)
    {
        // A thread may still be inside the data access library, whose static destructors must not run under it.
        if (s_exit != null)
            s_exit(code);
        Environment.Exit(code);
        return code;
    }

    /// <summary>Writes lines to stderr and ends the process, with nothing but what was made ready.</summary>
    public static int Now(int code, string lines)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        fixed (byte* start = bytes)
        {
            if (s_write != null)
                _ = s_write(ErrorStream, start, bytes.Length);
        }

        return Now(code);
    }
}
