using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Finds the state machine of a box, wherever it lies.</summary>
internal static class Machines
{
    /// <summary>Gives the machine's layout and the bytes it reads: the box's own, or those of the machine's object; null when it was cleared or not copied.</summary>
    public static MachineLayout? MachineOf(this ObjectStore store, in ObjectBytes o, out ObjectBytes bytes)
    {
        bytes = o;
        if (o.Type.Layout is not IMachineHolder holder)
            return null;
        if (holder.Embedded is { } embedded)
            return embedded;
        return store.TryGet(holder.MachineObject(o), out bytes) && bytes.Type.Layout is IMachineHolder machine ? machine.Embedded : null;
    }
}
