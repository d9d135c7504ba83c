namespace Froth.Testing;

/// <summary>Finds the repository's own folders, and the folder of recorded files beside it that is not part of the repository.</summary>
public static class Repository
{
    /// <summary>Folder that holds Froth.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>
    /// A file of the recorded files beside the checkout. Where it is missing the test fails in CI and is skipped, with this reason, elsewhere.
    /// </summary>
    public static string Shared(params string[] parts)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([Root, "..", "shared", .. parts]));
        if (File.Exists(path) || Directory.Exists(path)) return path;
        var reason = $"needs the recorded file {string.Join('/', parts)} in ../shared, which is not part of the repository";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Froth.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Froth.slnx was not found above the test program.");
    }
}
