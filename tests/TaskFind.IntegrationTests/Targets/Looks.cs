using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

/// <summary>Opens targets as the library does, on a thread of their own.</summary>
internal static class Looks
{
    public static void At(TargetSpec spec, Action<TargetSession> body, TargetOptions? options = null) =>
        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(spec, options ?? new TargetOptions(), CancellationToken.None);
            body(session);
            return 0;
        });

    /// <summary>Asserts the trouble, its one sentence, and that its hint says what to type.</summary>
    public static TargetException Fail(TargetSpec spec, TargetOptions options, TargetTrouble kind, string messageStart)
    {
        var trouble = Assert.Throws<TargetException>(() => At(spec, _ => { }, options));
        Assert.Equal(kind, trouble.Kind);
        Assert.StartsWith(messageStart, trouble.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", trouble.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", trouble.Hint, StringComparison.Ordinal);
        return trouble;
    }
}
