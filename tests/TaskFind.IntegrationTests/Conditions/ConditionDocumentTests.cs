using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>The page says what the tests make happen, and nothing else.</summary>
public sealed class ConditionDocumentTests
{
    [Fact]
    public void The_page_is_that_of_the_catalogue()
    {
        string page = Path.Combine(ToolBuild.RepositoryRoot, "docs/conditions.md"), text = string.Concat(ConditionDocument.Lines().Select(l => l + "\n"));
        if (Environment.GetEnvironmentVariable("TASKFIND_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(page, text);
        }

        Assert.Equal(File.ReadAllText(page), text);
    }

    [Fact]
    public void No_two_rows_have_one_name() =>
        Assert.Equal(ConditionCatalogue.All.Count, ConditionCatalogue.All.Select(c => c.Given).Distinct().Count());
}
