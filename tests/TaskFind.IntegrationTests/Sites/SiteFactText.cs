using TaskFind.IntegrationTests.Harness;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Names a site in the message of a test that fails.</summary>
internal readonly record struct SiteFactText(SiteFact Site)
{
    public override string ToString() => $"#{Site.Number} {Site.Method}({Site.Parameters}) {Site.File}:{Site.Line} ({Site.Start}-{Site.End}) {Site.Kind}";
}
