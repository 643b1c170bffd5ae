namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>Says whose samples a test class compares.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShowsSamplesAttribute(string program) : Attribute
{
    public string Program => program;
}
