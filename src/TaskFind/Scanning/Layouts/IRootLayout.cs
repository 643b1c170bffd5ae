namespace TaskFind.Scanning.Layouts;

/// <summary>Marks the layouts of types whose objects the walk keeps wherever they lie: tasks, boxes, iterators, and the owners of waits.</summary>
internal interface IRootLayout : ILayout;
