using System.Net;
using System.Net.Sockets;

namespace Web;

/// <summary>The service behind the requests: a database that does not answer, and a lock before it.</summary>
internal sealed class Shop
{
    private readonly SemaphoreSlim _slots = new(0);
    private readonly Socket _database = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _other;

    public Shop(int expected)
    {
        AllCame = new CountdownEvent(expected);
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _database.Connect(listener.LocalEndPoint!);
        _other = listener.Accept();
    }

    public CountdownEvent AllCame { get; }

    public async Task<string> CheckOutAsync(int id)
    {
        await ReserveAsync(id);
        return "done";
    }

    public async Task<string> OrderAsync(int id)
    {
        await QueryAsync(id);
        return "done";
    }

    public async Task<string> SlowAsync()
    {
        await Here(Task.Delay(TimeSpan.FromHours(1)), "Shop.SlowAsync");
        return "done";
    }

    private async Task ReserveAsync(int id) => await Here(_slots.WaitAsync(), "Shop.ReserveAsync");

    private async Task QueryAsync(int id) => await Here(_database.ReceiveAsync(new byte[16].AsMemory()), "Shop.QueryAsync");

    private T Here<T>(T awaited, string method)
        where T : notnull
    {
        Sites.At(awaited, method);
        AllCame.Signal();
        return awaited;
    }
}
