using System.Buffers;
using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes properties that many objects of a document share: what was written once is kept as bytes, and copied from then on.</summary>
/// <typeparam name="TKey">What tells one set of properties from another.</typeparam>
/// <param name="json">The document.</param>
/// <param name="first">The name of the property that always comes first; it is not kept, so that the writer sets the comma.</param>
internal sealed class JsonShared<TKey>(Utf8JsonWriter json, string first)
    where TKey : notnull
{
    private readonly Dictionary<TKey, byte[]> _kept = [];
    private readonly JsonEncodedText _first = JsonEncodedText.Encode(first);

    /// <summary>Writes the properties of a key.</summary>
    /// <param name="key">Tells them from others.</param>
    /// <param name="value">What is passed on.</param>
    /// <param name="write">Writes them, the first first, when they are new; none may depend on anything but the key.</param>
    public void Write<T>(TKey key, T value, Action<Utf8JsonWriter, T> write)
    {
        if (json.Options.Indented)
        {
            write(json, value);
            return;
        }

        if (!_kept.TryGetValue(key, out var bytes))
        {
            bytes = Bytes(value, write);
            if (_kept.Count < Limits.Text.SharedProperties)
                _kept.Add(key, bytes);
        }

        json.WritePropertyName(_first);
        json.WriteRawValue(bytes, skipInputValidation: true);
    }

    /// <summary>Gives the properties without the first one's name and the braces around them.</summary>
    private byte[] Bytes<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, json.Options))
        {
            writer.WriteStartObject();
            write(writer, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan[(_first.EncodedUtf8Bytes.Length + 4)..^1].ToArray();
    }
}
