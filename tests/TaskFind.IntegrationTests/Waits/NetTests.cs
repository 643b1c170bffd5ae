using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Sockets, streams over them, HTTP clients, files and processes: the last thing that a chain of awaits says.</summary>
[ShowsSamples("Net")]
public sealed class NetTests(NetViews views) : SampleTests, IClassFixture<NetViews>
{
    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view).Graph;

    private protected override string Fact(string framework, string name) => views.Of(framework, "live").Facts[name];
}
