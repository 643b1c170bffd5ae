using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>A request, a background service and the host itself on every runtime; <see cref="RequestTests"/> has more of requests.</summary>
[ShowsSamples("Web")]
public sealed class WebSampleTests(WebViews views) : SampleTests, IClassFixture<WebViews>
{
    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view);
}
