using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Microsoft.Diagnostics.Runtime.DataReaders.Implementation;

namespace TaskFind.Targets;

/// <summary>Reads a live Linux process as it is now, without a remembered memory map, and outlives its death; while it stands still, words come from remembered pages.</summary>
internal sealed class LiveReader(int pid) : IDataReader, IThreadReader
{
    private volatile bool _gone;
    private volatile bool _denied;
    private readonly ThreadIds? _ids = ThreadIds.Of(pid);
    private volatile IThreadStop? _stop;
    private volatile StoppedPages? _pages;

    /// <summary>Whether the process has ended; from then on every read gives 0 bytes.</summary>
    public bool Gone => _gone;

    /// <summary>Whether the system refused a read for want of permission.</summary>
    public bool Denied => _denied;

    public string DisplayName => $"process {pid}";

    public bool IsThreadSafe => true;

    public OSPlatform TargetPlatform => OSPlatform.Linux;

    public Architecture Architecture => RuntimeInformation.ProcessArchitecture;

    public int ProcessId => pid;

    public int PointerSize => IntPtr.Size;

    /// <summary>Gives the reader the stop whose register copies it answers with, or takes it away.</summary>
    public void Use(IThreadStop? stop)
    {
        if (stop is not null)
        {
            _ids?.Inner(Threads());
        }

        // A thread that could not be stopped may change what was remembered.
        _pages = stop is { Unstopped.Count: 0 } ? new StoppedPages(ReadPage) : null;
        _stop = stop;
    }

    public int Read(ulong address, Span<byte> buffer) =>
        !_gone && _pages?.TryRead(address, buffer) == true ? buffer.Length : ReadNow(address, buffer);

    private int ReadPage(ulong address, Memory<byte> page) => ReadNow(address, page.Span);

    private unsafe int ReadNow(ulong address, Span<byte> buffer)
    {
        // An exception here would go through frames of the debugging library and end our process: failure is 0 bytes.
        if (_gone || buffer.IsEmpty || address > long.MaxValue)
        {
            return 0;
        }

        fixed (byte* to = buffer)
        {
            var local = new Libc.IoVec { Base = to, Length = (nuint)buffer.Length };
            var remote = new Libc.IoVec { Base = (void*)address, Length = (nuint)buffer.Length };
            nint read = Libc.ProcessVmReadV(pid, &local, 1, &remote, 1, 0);
            if (read >= 0)
            {
                return (int)read;
            }

            int error = Marshal.GetLastPInvokeError();
            _gone |= error == Libc.ESRCH;
            _denied |= error == Libc.EPERM;
            return 0;
        }
    }

    public unsafe bool Read<T>(ulong address, out T value)
        where T : unmanaged
    {
        value = default;
        return Read(address, new Span<byte>(Unsafe.AsPointer(ref value), sizeof(T))) == sizeof(T);
    }

    public T Read<T>(ulong address)
        where T : unmanaged => Read(address, out T value) ? value : default;

    public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

    public ulong ReadPointer(ulong address) => Read<ulong>(address);

    /// <summary>Lists the native modules; of the managed ones ClrMD would open the files that the target names, where memory fails.</summary>
    public IEnumerable<ModuleInfo> EnumerateModules()
    {
        var modules = new List<ModuleInfo>();
        MemoryMap? map = Map();
        MappedFile? executable = map is null ? null : ExecutableImage.Of(pid, map);
        foreach (MappedFile mapped in map?.Files ?? [])
        {
            MappedFile file = mapped.Path == executable?.Path ? executable : mapped;
            try
            {
                if (ModuleInfo.TryCreate(this, file.Begin, file.Path) is { Kind: ModuleKind.Elf } module)
                {
                    modules.Add(module);
                }
            }
            catch (Exception)
            {
                // Headers that ClrMD cannot parse: the file is no module, and no exception may leave this method.
            }
        }

        return modules;
    }

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context) =>
        _stop?.TryGetContext(_ids?.Outer(threadID) ?? threadID, context) ?? false;

    public IEnumerable<uint> EnumerateOSThreadIds() => _ids?.Inner(Threads()) ?? Threads().ConvertAll(id => (uint)id);

    public ulong GetThreadTeb(uint osThreadId) => 0;

    /// <summary>Does nothing: what the reader remembers is of a process that stands still.</summary>
    public void FlushCachedData()
    {
    }

    // No exception may leave through frames of the debugging library.
    private MemoryMap? Map()
    {
        try
        {
            return MemoryMap.Of(pid);
        }
        catch (TargetException)
        {
            return null;
        }
    }

    private List<int> Threads()
    {
        using ThreadFolder? threads = ThreadFolder.Open(pid);
        return threads?.List() ?? [];
    }
}
