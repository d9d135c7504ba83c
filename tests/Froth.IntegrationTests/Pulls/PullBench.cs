using Froth.Data.Http;
using Froth.Data.Pulls;
using Froth.Data.Sources;
using Froth.IntegrationTests.Http;

namespace Froth.IntegrationTests.Pulls;

/// <summary>A store's folder, a server and a puller for one test, and what was handed over for ingest.</summary>
public sealed class PullBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-pull-").FullName;
    private readonly List<Fetcher> _fetchers = [];

    public PullBench() => Server = new LocalServer(a => Answer(a));

    public LocalServer Server { get; }

    public QuickClock Clock { get; } = new();

    /// <summary>What the server does; a small sound response with an entity tag unless a test says otherwise.</summary>
    public Func<Asked, Reply> Answer { get; set; } = a => Sound(a.Target, a);

    public string StorePath => Path.Combine(_folder, "froth.duckdb");

    public PullLog Log => new(StorePath);

    /// <summary>Names of ingested files, in order.</summary>
    public List<string> Ingested { get; } = [];

    /// <summary>Sizes of the batches.</summary>
    public List<int> Batches { get; } = [];

    public PullOptions Options { get; set; } = new();

    public static Reply Sound(string name, Asked asked, params string[] follow) => Reply.File(
        asked, System.Text.Encoding.UTF8.GetBytes($"{{\"name\":\"{name}\",\"follow\":[{string.Join(',', follow.Select(f => $"\"{f}\""))}]}}"), $"\"{name}\"");

    public ScriptedSource Source(params string[] first) => new(Server.Url, first);

    /// <summary>Pulls as a process of its own would.</summary>
    public Task<PullRecord> Pull(ISource source, Func<IReadOnlyList<PulledFile>, IngestOutcome>? ingest = null, CancellationToken cancellation = default, SourceArguments? arguments = null)
    {
        _fetchers.Add(new Fetcher(
            new FetchLimits
            {
                AllowLoopbackHttp = true, SlotFolder = Path.Combine(_folder, "rate"), HeaderTimeout = QuickClock.Never, IdleTimeout = QuickClock.Never, MaximumAttempts = 4,
            }, Clock));
        return new SourcePuller(StorePath, _fetchers[^1], Clock).PullAsync(source, arguments ?? SourceArguments.None, SourceSettings.None, ingest ?? Ingest, Options, cancellation);
    }

    public IngestOutcome Ingest(IReadOnlyList<PulledFile> files)
    {
        Batches.Add(files.Count);
        foreach (var file in files)
        {
            new FileInfo(file.Path).Length.ShouldBe(file.Length);
            HttpCache.HashOf(file.Path).ShouldBe(file.Sha256);
            Ingested.Add(file.Name);
        }

        return new IngestOutcome { Added = files.Count * 10, Quarantined = 1 };
    }

    public string[] FilesAtWork() => Directory.Exists(StorePath + ".http/work") ? Directory.GetFiles(StorePath + ".http/work", "*", SearchOption.AllDirectories) : [];

    public void Dispose()
    {
        Server.Dispose();
        foreach (var fetcher in _fetchers) fetcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
