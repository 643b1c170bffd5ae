using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes methods and places.</summary>
internal static class JsonPlaces
{
    /// <summary>Writes the method of a node that has one, and where it stands there.</summary>
    public static void Write(Utf8JsonWriter json, TaskNode node)
    {
        if (node.Method is { } method)
            Method(json, method);
        if (node.Point is { } point)
            At(json, node.IsDone ? point with { Kind = AwaitPointKind.Done } : point, node.Thread);
    }

    /// <summary>Writes a method that a thread runs without a Task.</summary>
    public static void Write(Utf8JsonWriter json, RunningMethod running)
    {
        Method(json, running.Method);
        At(json, running.Point with { Kind = AwaitPointKind.Running }, running.Thread);
    }

    private static void Method(Utf8JsonWriter json, TaskMethod method)
    {
        json.WriteStartObject("method");
        json.WriteString("name", method.DisplayName);
        json.WriteString("signature", method.Signature);
        if (method.Namespace.Length > 0)
            json.WriteString("namespace", method.Namespace);
        json.WriteString("module", method.Module);
        if (method.IsTest)
            json.WriteBoolean("test", true);
        json.WriteEndObject();
    }

    /// <summary>Writes a statement's place into an object.</summary>
    public static void Line(Utf8JsonWriter json, SourceLine line)
    {
        json.WriteString("file", line.File);
        json.WriteOptional("repoPath", line.RepoPath);
        json.WriteNumber("line", line.Line);
        json.WriteNumber("endLine", line.EndLine);
        json.WriteNumber("column", line.Column);
    }

    private static void At(Utf8JsonWriter json, AwaitPoint point, int? thread)
    {
        json.WriteStartObject("at");
        json.WriteWord("kind", point.Kind);
        if (point.Line is { } line)
            Line(json, line);
        json.WriteOptional("ilOffset", point.ILOffset);
        json.WriteOptional("awaitIndex", point.AwaitIndex);
        json.WriteOptional("awaitCount", point.AwaitCount);
        json.WriteOptional("callee", point.Callee);
        json.WriteOptional("holds", point.Holds);
        if (point.IsImplicit)
            json.WriteBoolean("implicit", true);
        json.WriteOptional("thread", thread);
        json.WriteOptional("whyNoLine", point.WhyNoLine);
        json.WriteEndObject();
    }
}
