using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Layouts;
using Xunit;

namespace TaskFind.Tests.Waits;

/// <summary>The catalogue of waits is whole, and says nothing that no sample proves.</summary>
public sealed class WaitCatalogueTests
{
    /// <summary>Methods of runtime-async, which are only counted.</summary>
    private static readonly int[] s_unproved = [8];

    [Fact]
    public void The_document_is_what_the_code_makes() => Golden.CheckFile(Path.Combine("docs", "waits.md"), WaitsDocument.Lines());

    [Fact]
    public void Every_kind_of_wait_is_in_a_row() =>
        Assert.Equal(Enum.GetValues<WaitKind>().Order(), WaitCatalogue.Rows.SelectMany(r => r.Kinds).Distinct().Order());

    [Fact]
    public void Every_class_that_reads_a_wait_is_in_a_row()
    {
        IEnumerable<Type> readers = typeof(WaitCatalogue).Assembly.GetTypes().Where(t => t.IsClass && (t.IsAssignableTo(typeof(IPromiseLayout))
            || t.IsAssignableTo(typeof(IOwnerLayout)) || t.IsAssignableTo(typeof(IKnownMachine))));

        Assert.Empty(readers.Except(WaitCatalogue.Rows.SelectMany(r => r.ReadBy)).Select(t => t.Name));
    }

    [Fact]
    public void Rows_are_numbered_and_every_sample_is_of_one()
    {
        Assert.Equal(Enumerable.Range(1, WaitCatalogue.Rows.Count), WaitCatalogue.Rows.Select(r => r.Number));
        Assert.All(WaitSamples.All, s => Assert.All(s.Rows, n => Assert.True(s.Since >= WaitCatalogue.Rows[n - 1].Since, $"{s.Of} is on runtimes that row {n} is not on")));
    }

    [Fact]
    public void Every_example_fits_a_sample_of_its_row() =>
        Assert.All(WaitCatalogue.Rows, r => Assert.All(r.Printed, words => Assert.True(
            WaitSamples.All.Any(s => s.Rows.Contains(r.Number) && (Fits(s, words, live: true) || Fits(s, words, live: false))), $"row {r.Number}: no sample says {words}")));

    [Fact]
    public void Every_other_row_is_proved_on_every_runtime_that_has_it() =>
        Assert.Equal(s_unproved, WaitCatalogue.Rows.Where(r => Runtimes.All.Any(f => WaitsDocument.Mark(r, f) == "no")).Select(r => r.Number));

    private static bool Fits(WaitSample sample, string words, bool live) => Regex.IsMatch(words, sample.Pattern(live, _ => sample.IsLiteral ? "…" : ".*"));
}
