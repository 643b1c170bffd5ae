using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Web;

// Arguments: how many requests to wait for before "ready", and "dark" for no logging, without which there is no start time.
int expected = int.Parse(args[0], CultureInfo.InvariantCulture);
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Error);
if (args.Contains("dark"))
{
    builder.Logging.ClearProviders();
}

builder.WebHost.ConfigureKestrel(options =>
{
    options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
    options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
});

builder.Services.AddHostedService<Worker>();
WebApplication app = builder.Build();
var shop = new Shop(expected);
app.MapGet("/", () => "hello");
app.MapGet("/checkout/{id}", (int id) => shop.CheckOutAsync(id));
app.MapPost("/orders/{id}", (int id) => shop.OrderAsync(id));
app.MapGet("/slow", () => shop.SlowAsync());
app.MapGet("/busy", Busy.ServeAsync);
await app.StartAsync();
foreach (string url in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
{
    Console.WriteLine(url);
}

Task runs = RunsUntilStopped(app);
shop.AllCame.Wait();
Sites.Settle();
Commands.Serve();
GC.KeepAlive(runs);

static async Task RunsUntilStopped(WebApplication app) => await app.WaitForShutdownAsync();
