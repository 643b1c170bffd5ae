namespace TaskFind.Scanning.Layouts;

/// <summary>A layout of a part of the thread pool, or of a timer: what <see cref="PoolReader"/> goes through.</summary>
internal interface IPoolPartLayout : IRootLayout;
