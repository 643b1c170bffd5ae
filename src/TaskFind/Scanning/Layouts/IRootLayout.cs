using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>A layout of a type whose objects the walk keeps wherever they lie: tasks, boxes, iterators, and the owners of waits.</summary>
internal interface IRootLayout : ILayout
{
    /// <summary>Fills the record of an object, while the target stands still, and says whether its bytes are needed too.</summary>
    /// <param name="o">The object.</param>
    /// <param name="values">Whether results are wanted.</param>
    /// <param name="record">The record, whose address and type are filled in already.</param>
    Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record);
}
