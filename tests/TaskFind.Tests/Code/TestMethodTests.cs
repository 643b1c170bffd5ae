using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Tests are told by their attribute: those of this very assembly are known.</summary>
public sealed class TestMethodTests
{
    [Fact]
    public void A_fact_and_a_theory_are_tests_and_a_helper_is_none()
    {
        Assert.True(Is(nameof(A_fact_and_a_theory_are_tests_and_a_helper_is_none)));
        Assert.True(Is(nameof(A_theory)));
        Assert.True(Is(nameof(An_attribute_that_derives_from_one)));
        Assert.False(Is(nameof(Is)));
        Assert.False(Is(nameof(Marked)));
    }

    [Theory, InlineData(1)]
    public void A_theory(int number) => Assert.Equal(1, number);

    [Slow]
    public void An_attribute_that_derives_from_one() => Assert.True(Is(nameof(An_attribute_that_derives_from_one)));

    [Obsolete("It only bears another attribute.")]
    private static void Marked()
    {
    }

    private static bool Is(string method)
    {
        using var file = File.OpenRead(typeof(TestMethodTests).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(t => metadata.GetString(t.Name) == nameof(TestMethodTests));
        var definition = type.GetMethods().Select(metadata.GetMethodDefinition).Single(m => metadata.GetString(m.Name) == method);
        return new TestMethods(metadata).Has(definition);
    }

    private sealed class SlowAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) : FactAttribute(file, line);
}
