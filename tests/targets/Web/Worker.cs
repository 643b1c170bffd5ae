using Microsoft.Extensions.Hosting;

namespace Web;

/// <summary>What runs beside the requests, and rests.</summary>
internal sealed class Worker : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Sites.At(Task.Delay(TimeSpan.FromHours(6), stoppingToken), "Worker.ExecuteAsync");
}
