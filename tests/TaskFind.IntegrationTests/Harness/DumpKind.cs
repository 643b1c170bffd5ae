namespace TaskFind.IntegrationTests.Harness;

/// <summary>How much of a process a dump holds.</summary>
internal enum DumpKind
{
    Full,
    WithHeap,
    Normal,
    Triage,
}
