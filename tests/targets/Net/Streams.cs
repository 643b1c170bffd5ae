using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Net;

/// <summary>Waits for streams whose end is a socket.</summary>
internal static class Streams
{
    public static void StartAll()
    {
        Sites.Start(ReadsNetworkStream);
        Sites.Start(ReadsLine);
        Sites.Start(ReadsSsl);
        Sites.Start(ReceivesWebSocket);
        Sites.Start(AwaitsPipeClient);
    }

    private static async Task ReadsNetworkStream()
    {
        var stream = new NetworkStream(Pair.Tcp("stream").Client);
        await Sites.At(stream.ReadAsync(new byte[16].AsMemory()), "Streams.ReadsNetworkStream");
    }

    private static async Task ReadsLine()
    {
        var reader = new StreamReader(new NetworkStream(Pair.Tcp("line").Client));
        await Sites.At(reader.ReadLineAsync(), "Streams.ReadsLine");
    }

    private static async Task ReadsSsl()
    {
        Pair pair = Pair.Tcp("ssl");
        using RSA key = RSA.Create(2048);
        X509Certificate2 certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var server = new SslStream(new NetworkStream(pair.Server));
        var client = new SslStream(new NetworkStream(pair.Client), false, (_, _, _, _) => true);
        await Task.WhenAll(server.AuthenticateAsServerAsync(certificate), client.AuthenticateAsClientAsync("localhost"));
        await Sites.At(client.ReadAsync(new byte[16].AsMemory()), "Streams.ReadsSsl");
    }

    private static async Task AwaitsPipeClient()
    {
        string path = Path.Combine(Files.Folder, "pipe.sock");
        Facts.Add("pipe.path", path);
        var pipe = new NamedPipeServerStream(path, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        await Sites.At(pipe.WaitForConnectionAsync(), "Streams.AwaitsPipeClient");
    }

    private static async Task ReceivesWebSocket()
    {
        WebSocket socket = WebSocket.CreateFromStream(new NetworkStream(Pair.Tcp("web").Client), new WebSocketCreationOptions { IsServer = true });
        await Sites.At(socket.ReceiveAsync(new byte[16].AsMemory(), CancellationToken.None), "Streams.ReceivesWebSocket");
    }
}
