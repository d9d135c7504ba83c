namespace Froth.Data.Pulls;

/// <summary>Where the pulls into one store keep what they need, all of it beside the store and named after it.</summary>
/// <param name="storePath">Path of the store's file.</param>
internal sealed class PullPlaces(string storePath)
{
    private readonly string _store = Path.GetFullPath(storePath);

    /// <summary>Journal of pulls.</summary>
    public string Log => _store + ".pulls.jsonl";

    /// <summary>Schedules.</summary>
    public string Schedules => _store + ".schedules.json";

    /// <summary>What is known of responses that were ingested.</summary>
    public string Seen => Path.Combine(_store + ".http", "seen");

    /// <summary>Downloads of a source that are under way.</summary>
    public string Work(string source) => Path.Combine(_store + ".http", "work", source);

    /// <summary>Lock of a source.</summary>
    public string Lock(string source) => Path.Combine(_store + ".http", source + ".lock");
}
