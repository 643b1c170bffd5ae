using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds the sequence points of one method in order of their offsets.</summary>
internal sealed class SequenceTable
{
    private readonly SequencePoint[] _points;
    private readonly Func<DocumentHandle, SourceFile> _file;

    private SequenceTable(SequencePoint[] points, Func<DocumentHandle, SourceFile> file, int end)
    {
        _points = points;
        _file = file;
        End = end;
    }

    /// <summary>The offset from which on points were not read, because there are too many.</summary>
    public int End { get; }

    /// <summary>The number of points.</summary>
    public int Count => _points.Length;

    /// <summary>The point of that index.</summary>
    public SequencePoint this[int index] => _points[index];

    /// <summary>Reads a method's points, or answers null where it has none or they make no sense.</summary>
    public static SequenceTable? TryRead(MetadataReader pdb, MethodDefinitionHandle method, Func<DocumentHandle, SourceFile> file, int most = Limits.Code.SequencePoints)
    {
        try
        {
            var points = pdb.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints()
                .Take(most + 1).OrderBy(p => p.Offset).ToArray();
            return points.Length == 0 ? null
                : points.Length <= most ? new SequenceTable(points, file, int.MaxValue)
                : new SequenceTable(points[..most], file, points[most].Offset);
        }
        catch (Exception e) when (Hostile.IsBadData(e))
        {
            return null;
        }
    }

    /// <summary>Answers the index of the point that starts exactly there, or -1.</summary>
    public int At(int offset)
    {
        var index = Before(offset);
        return index >= 0 && _points[index].Offset == offset ? index : -1;
    }

    /// <summary>Answers the index of the last visible point at or before an offset, or -1.</summary>
    public int LastVisible(int offset)
    {
        var index = Before(offset);
        while (index >= 0 && _points[index].IsHidden)
        {
            index--;
        }

        return index;
    }

    /// <summary>Answers the index of the first visible point, or -1.</summary>
    public int FirstVisible() => Array.FindIndex(_points, p => !p.IsHidden);

    /// <summary>Answers the statement of a point.</summary>
    public SourceLine Line(int index)
    {
        var point = _points[index];
        var (path, repoPath) = _file(point.Document);
        return new SourceLine(path, point.StartLine, point.EndLine, point.StartColumn) { RepoPath = repoPath };
    }

    /// <summary>Answers whether one statement lies within another.</summary>
    public bool Nests(int inner, int outer)
    {
        var (i, o) = (_points[inner], _points[outer]);
        return i.Document == o.Document
            && (i.StartLine, i.StartColumn).CompareTo((o.StartLine, o.StartColumn)) >= 0
            && (i.EndLine, i.EndColumn).CompareTo((o.EndLine, o.EndColumn)) <= 0;
    }

    /// <summary>Answers whether two statements are the same, or both lie within one and the same larger statement that is a point too.</summary>
    public bool Related(int one, int other)
    {
        if (Nests(one, other))
        {
            return true;
        }

        for (var i = 0; i < _points.Length; i++)
        {
            if (!_points[i].IsHidden && Nests(one, i) && Nests(other, i))
            {
                return true;
            }
        }

        return false;
    }

    private int Before(int offset)
    {
        int low = 0, high = _points.Length - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_points[middle].Offset <= offset)
            {
                (found, low) = (middle, middle + 1);
            }
            else
            {
                high = middle - 1;
            }
        }

        return offset < End ? found : -1;
    }
}
