using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>A method by its module and metadata token: its name is taken from metadata, for the DAC's can bring the tool down.</summary>
internal readonly record struct MethodKey(ClrModule Module, int Token)
{
    public static MethodKey? Of(ClrMethod? method) =>
        method?.Type?.Module is { } module && method.MetadataToken != 0 ? new MethodKey(module, method.MetadataToken) : null;
}
