using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>
/// Clients that ask a web application again and again. Each has a thread of its own: the tests' pool has as many threads as there are
/// processors, and other tests that block them would let a load end while a look is under way.
/// </summary>
internal sealed class WebLoad : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new() { Timeout = s_patience };
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _answered = new(0);
    private readonly List<Thread> _threads;
    private readonly Uri _uri;
    private int _answers;

    public WebLoad(Uri uri, int clients)
    {
        _uri = uri;
        _threads = [.. Enumerable.Range(0, clients).Select(_ => new Thread(AskUntilTheEnd) { IsBackground = true })];
        _threads.ForEach(t => t.Start());
    }

    /// <summary>How many requests were answered.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>Gives control back when so many further requests are answered.</summary>
    public void GoOn(int answers, CancellationToken cancellation)
    {
        while (_answered.Wait(0, cancellation))
        {
            // Those that came before do not count.
        }

        for (int i = 0; i < answers; i++)
        {
            Assert.True(_answered.Wait(s_patience, cancellation), $"no further answer; {_threads.Count(t => t.IsAlive)} clients still ask");
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _threads.ForEach(t => t.Join());
        _client.Dispose();
        _end.Dispose();
        _answered.Dispose();
    }

    private void AskUntilTheEnd()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, _uri);
                using HttpResponseMessage response = _client.Send(request, _end.Token);
                response.EnsureSuccessStatusCode();
                Interlocked.Increment(ref _answers);
                _answered.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            // A client that ends before it was asked to is missed by GoOn once all have.
        }
    }
}
