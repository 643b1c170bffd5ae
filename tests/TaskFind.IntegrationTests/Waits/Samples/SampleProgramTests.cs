using System.Reflection;
using Xunit;

namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>No sample is told of in docs/waits.md that no test compares.</summary>
public sealed class SampleProgramTests
{
    [Fact]
    public void Every_program_with_samples_has_a_class_that_compares_them()
    {
        IEnumerable<string?> compared = typeof(SampleTests).Assembly.GetTypes()
            .Where(t => t.IsSealed && t.IsSubclassOf(typeof(SampleTests)))
            .Select(t => t.GetCustomAttribute<ShowsSamplesAttribute>()?.Program);

        Assert.Equal(WaitSamples.All.Select(s => s.Program).Distinct().Order(), compared.Order());
    }
}
