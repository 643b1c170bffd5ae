using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HeapZoo;

/// <summary>Fills the heap: small, large and pinned objects, strings in the frozen heap, boxes, arrays of every shape, tasks.</summary>
internal sealed class Zoo
{
    private const string Frozen = "a literal, which may live in the frozen heap";
    private readonly List<object?> _kept = [Frozen];
    private readonly List<GCHandle> _handles = [];
    private readonly List<TaskCompletionSource<int>> _sources = [];
    private readonly List<Task> _parked = [];

    public int Parked => _parked.Count;

    public void Fill()
    {
        for (int i = 0; i < 2000; i++)
        {
            _kept.Add(new string('x', i % 300));
            _kept.Add(new object());
            _kept.Add(i);
            _kept.Add((i, Frozen, 1.5m));
            _kept.Add(new object?[i % 50]);
            _kept.Add(new byte[i % 77]);
            _kept.Add(new (object?, int)[i % 9]);
            _kept.Add(new int[i % 5, 3]);
            _kept.Add(new Action(Fill));
            Park();
        }

        for (int i = 0; i < 20; i++)
        {
            _kept.Add(new byte[100_000 + (i * 8)]);
            _kept.Add(new object?[20_000]);
            _kept.Add(GC.AllocateArray<byte>(1000 + i, pinned: true));
            _kept.Add(GC.AllocateUninitializedArray<long>(30_000, pinned: true));
            byte[] pinned = new byte[64];
            _handles.Add(GCHandle.Alloc(pinned, GCHandleType.Pinned));
        }

        _kept.Add(typeof(Zoo));
        _kept.Add(new WeakReference(new object()));
        _kept.Add(new ConditionalWeakTable<object, object>());
        _kept.Add(Array.CreateInstance(typeof(string), [2, 2], [1, 1]));
    }

    /// <summary>Drops every third object, so that collections leave free space and empty regions behind.</summary>
    public void MakeHoles()
    {
        for (int i = 1; i < _kept.Count; i += 3)
        {
            _kept[i] = null;
        }

        GC.Collect(0);
        GC.Collect(1);
        Threads();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Fill();
    }

    public int LetGo()
    {
        _sources.ForEach(s => s.SetResult(1));
        Task.WaitAll([.. _parked]);
        return _parked.Count;
    }

    // Each thread leaves an allocation context behind that is not full.
    private void Threads()
    {
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(n => new Thread(() => GC.KeepAlive(new byte[500 + n])))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
    }

    private void Park()
    {
        var source = new TaskCompletionSource<int>();
        _sources.Add(source);
        _parked.Add(Wait(source.Task));
    }

    private static async Task<int> Wait(Task<int> task) => await task;
}
