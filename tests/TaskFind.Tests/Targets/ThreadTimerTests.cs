using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class ThreadTimerTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30), s_soon = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Calls_once_for_each_time_that_is_set_and_on_no_thread_of_the_pool()
    {
        using var called = new SemaphoreSlim(0);
        var isPool = true;
        using var timer = new ThreadTimer(() =>
        {
            isPool = Thread.CurrentThread.IsThreadPoolThread;
            called.Release();
        });
        for (var i = 0; i < 3; i++)
        {
            timer.Set(s_soon);
            Assert.True(called.Wait(s_patience, TestContext.Current.CancellationToken));
        }

        Assert.False(isPool);
        Assert.Equal(0, called.CurrentCount);
    }

    [Fact]
    public void What_was_set_before_is_forgotten()
    {
        using var called = new SemaphoreSlim(0);
        using var timer = new ThreadTimer(() => called.Release());
        timer.Set(TimeSpan.FromHours(1));
        timer.Clear();
        timer.Set(TimeSpan.FromDays(100));
        timer.Set(s_soon);
        Assert.True(called.Wait(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_disposed_when_it_elapses_is_no_trouble()
    {
        using var called = new SemaphoreSlim(0);
        using var timer = new ThreadTimer(() =>
        {
            called.Release();
            throw new ObjectDisposedException("look");
        });
        timer.Set(s_soon);
        Assert.True(called.Wait(s_patience, TestContext.Current.CancellationToken));
        timer.Set(s_soon);
        Assert.True(called.Wait(s_patience, TestContext.Current.CancellationToken));
    }
}
