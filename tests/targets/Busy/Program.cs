// A program that is busy with everything that a stop could harm: timers, a socket stream, allocations, threads that come
// and go, real-time signals. It counts its work and tells the counts to whoever connects to its port.
// Arguments: 'busy', or 'threads N' for N sleeping threads, or 'vfork' for a thread that waits in vfork, or 'idle'.
using System.Net;
using System.Net.Sockets;

var work = new Busy.Work();
string mode = args.Length > 0 ? args[0] : "busy";
using IDisposable? running = mode switch
{
    "busy" => work.StartAll(),
    "threads" => work.StartSleepers(int.Parse(args[1])),
    "vfork" => Busy.Vfork.Start(),
    _ => null,
};
using var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
Console.WriteLine($"ready {((IPEndPoint)listener.LocalEndpoint).Port}");

while (true)
{
    using TcpClient client = listener.AcceptTcpClient();
    using var reader = new StreamReader(client.GetStream());
    using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
    while (reader.ReadLine() is { } line)
    {
        if (line == "quit")
        {
            return 0;
        }

        writer.WriteLine(work.Report());
    }
}
