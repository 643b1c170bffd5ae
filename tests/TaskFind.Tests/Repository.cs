namespace TaskFind.Tests;

/// <summary>Finds the folders of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "dotnet-taskfind.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests are not within the repository.");
    }
}
