using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Rendering;

/// <summary>Looks for characters that a terminal would act on.</summary>
internal static class Raw
{
    public static void AssertNone(string text, int seed)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD, which no escape makes.
            if (!Printable.Is(rune) || rune.Value == 0xfffd)
                Assert.Fail($"U+{rune.Value:X4} in seed {seed}: {text}");
        }
    }
}
