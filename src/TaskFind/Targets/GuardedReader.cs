using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Microsoft.Diagnostics.Runtime.DataReaders.Implementation;

namespace TaskFind.Targets;

/// <summary>Wraps a reader of ClrMD so that no exception of it ever passes through frames of the debugging library.</summary>
/// <param name="inner">The reader of ClrMD.</param>
/// <param name="core">Reads most memory of a core dump, faster; null for other targets.</param>
internal sealed class GuardedReader(IDataReader inner, CoreMemory? core = null) : IDataReader, IThreadReader, IDisposable
{
    private volatile bool _failed;

    /// <summary>Whether the reader has failed; a live process has then most likely ended.</summary>
    public bool Failed => _failed;

    public string DisplayName => inner.DisplayName;

    public bool IsThreadSafe => inner.IsThreadSafe;

    public OSPlatform TargetPlatform => inner.TargetPlatform;

    public Architecture Architecture => inner.Architecture;

    public int ProcessId => inner.ProcessId;

    public int PointerSize => inner.PointerSize;

    public int Read(ulong address, Span<byte> buffer)
    {
        try
        {
            if (core?.TryRead(address, buffer) == true)
            {
                return buffer.Length;
            }

            // Some readers give a wrong length on garbage: never more than was asked for.
            return Math.Clamp(inner.Read(address, buffer), 0, buffer.Length);
        }
        catch (Exception)
        {
            _failed = true;
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

    public bool ReadPointer(ulong address, out ulong value)
    {
        if (PointerSize == sizeof(ulong))
        {
            return Read(address, out value);
        }

        bool read = Read(address, out uint narrow);
        value = narrow;
        return read;
    }

    public ulong ReadPointer(ulong address) => ReadPointer(address, out ulong value) ? value : 0;

    /// <summary>Lists the modules, without those whose file ClrMD would trip over: a pipe or a file this user may not read.</summary>
    public IEnumerable<ModuleInfo> EnumerateModules()
    {
        try
        {
            return [.. inner.EnumerateModules().Where(m => !IsATrap(m.FileName))];
        }
        catch (Exception)
        {
            _failed = true;
            return [];
        }
    }

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context)
    {
        try
        {
            return inner.GetThreadContext(threadID, contextFlags, context);
        }
        catch (Exception)
        {
            _failed = true;
            return false;
        }
    }

    public IEnumerable<uint> EnumerateOSThreadIds()
    {
        try
        {
            return inner is IThreadReader threads ? [.. threads.EnumerateOSThreadIds()] : [];
        }
        catch (Exception)
        {
            _failed = true;
            return [];
        }
    }

    public ulong GetThreadTeb(uint osThreadId)
    {
        try
        {
            return inner is IThreadReader threads ? threads.GetThreadTeb(osThreadId) : 0;
        }
        catch (Exception)
        {
            _failed = true;
            return 0;
        }
    }

    /// <summary>Does nothing: ClrMD's live reader would forget which threads it holds and never let them go.</summary>
    public void FlushCachedData()
    {
    }

    public void Dispose()
    {
        core?.Dispose();
        (inner as IDisposable)?.Dispose();
    }

    private static bool IsATrap(string? path)
    {
        if (!OperatingSystem.IsLinux() || string.IsNullOrEmpty(path) || FileStatus.Of(path) is not { } status)
        {
            return false;
        }

        if (!status.IsRegularFile)
        {
            return true;
        }

        try
        {
            using var handle = File.OpenHandle(path);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
