namespace System.Runtime.CompilerServices;

/// <summary>Tells the compiler, which knows it by name, whether to leave a method to the runtime.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeAsyncMethodGenerationAttribute(bool runtimeAsync) : Attribute
{
    public bool RuntimeAsync { get; } = runtimeAsync;
}
