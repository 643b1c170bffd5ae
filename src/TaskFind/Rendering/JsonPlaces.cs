using System.Buffers;
using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes methods and places, which a million tasks share: what was written once is kept as bytes.</summary>
internal sealed class JsonPlaces(Utf8JsonWriter json)
{
    private readonly Dictionary<int, byte[]> _methods = [];
    private readonly Dictionary<(int Point, bool IsDone), byte[]> _points = [];

    /// <summary>Writes the method of a node that has one, and where it stands there.</summary>
    public void Write(TaskNode node)
    {
        if (node.Method is { } method)
        {
            json.WritePropertyName("method");
            if (json.Options.Indented)
                Method(json, method);
            else
                json.WriteRawValue(Kept(_methods, node.MethodIndex, method, Method), skipInputValidation: true);
        }

        if (node.Point is not { } point)
            return;
        json.WritePropertyName("at");
        if (json.Options.Indented || node.Thread is not null)
            At(json, Shown(point, node.IsDone), node.Thread);
        else
            json.WriteRawValue(Kept(_points, (node.PointIndex, node.IsDone), Shown(point, node.IsDone), (writer, shown) => At(writer, shown, null)), skipInputValidation: true);
    }

    /// <summary>Writes a method that a thread runs without a Task.</summary>
    public void Write(RunningMethod running)
    {
        json.WritePropertyName("method");
        Method(json, running.Method);
        json.WritePropertyName("at");
        At(json, running.Point with { Kind = AwaitPointKind.Running }, running.Thread);
    }

    private static AwaitPoint Shown(AwaitPoint point, bool isDone) => isDone ? point with { Kind = AwaitPointKind.Done } : point;

    private static byte[] Kept<TKey, T>(Dictionary<TKey, byte[]> kept, TKey key, T value, Action<Utf8JsonWriter, T> write)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out var bytes))
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = TerminalSafeEncoder.Instance }))
                write(writer, value);
            kept.Add(key, bytes = buffer.WrittenSpan.ToArray());
        }

        return bytes;
    }

    private static void Method(Utf8JsonWriter json, TaskMethod method)
    {
        json.WriteStartObject();
        json.WriteString("name", method.DisplayName);
        json.WriteString("signature", method.Signature);
        if (method.Namespace.Length > 0)
            json.WriteString("namespace", method.Namespace);
        json.WriteString("module", method.Module);
        json.WriteEndObject();
    }

    private static void At(Utf8JsonWriter json, AwaitPoint point, int? thread)
    {
        json.WriteStartObject();
        json.WriteWord("kind", point.Kind);
        if (point.Line is { } line)
        {
            json.WriteString("file", line.File);
            json.WriteNumber("line", line.Line);
            json.WriteNumber("endLine", line.EndLine);
            json.WriteNumber("column", line.Column);
        }

        json.WriteOptional("ilOffset", point.ILOffset);
        json.WriteOptional("awaitIndex", point.AwaitIndex);
        json.WriteOptional("awaitCount", point.AwaitCount);
        json.WriteOptional("callee", point.Callee);
        if (point.IsImplicit)
            json.WriteBoolean("implicit", true);
        json.WriteOptional("thread", thread);
        json.WriteOptional("whyNoLine", point.WhyNoLine);
        json.WriteEndObject();
    }
}
