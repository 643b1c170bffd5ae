namespace TaskFind.Model;

internal static partial class Limits
{
    /// <summary>The bounds of reading a capture.</summary>
    public static class Capture
    {
        /// <summary>Bytes that a capture may hold when it is unpacked; a million tasks take fifty million.</summary>
        /// <remarks>An error: the capture holds more.</remarks>
        public const int Bytes = 1 << 30;
    }
}
