namespace TaskFind.Scanning.Code;

/// <summary>Tells what a reader of broken metadata throws from what is our own bug.</summary>
internal static class Hostile
{
    /// <summary>Answers whether an exception says that the bytes read make no sense or cannot be had.</summary>
    public static bool IsBadData(Exception error) => error
        is BadImageFormatException
        or ArgumentException
        or InvalidOperationException
        or InvalidDataException
        or OverflowException
        or IndexOutOfRangeException
        or InvalidCastException
        or NullReferenceException // the framework's reader of broken tables of nested types, seen
        or NotSupportedException
        or IOException
        or UnauthorizedAccessException;

    /// <summary>Runs a reading step and answers the fallback where the bytes make no sense.</summary>
    public static T Try<T>(Func<T> read, T fallback)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsBadData(e))
        {
            return fallback;
        }
    }
}
