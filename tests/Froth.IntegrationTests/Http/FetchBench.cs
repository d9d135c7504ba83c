using Froth.Data.Http;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Http;

/// <summary>A folder, a clock without waits and a client for one test.</summary>
public sealed class FetchBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-http-").FullName;
    private readonly List<Fetcher> _fetchers = [];

    public FetchBench()
    {
        Cache = new HttpCache(Path("seen"));
        Limits = new FetchLimits
        {
            AllowLoopbackHttp = true, SlotFolder = Path("rate"), HeaderTimeout = QuickClock.Never, IdleTimeout = QuickClock.Never, MaximumAttempts = 4,
        };
    }

    public QuickClock Clock { get; } = new();

    public HttpCache Cache { get; }

    public FetchLimits Limits { get; set; }

    public SourceSettings Settings { get; set; } = SourceSettings.None;

    public Told Progress { get; } = new();

    public string WorkFolder => Path("work");

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public IEnumerable<string> FilesAtWork => Directory.Exists(WorkFolder) ? Directory.EnumerateFiles(WorkFolder) : [];

    public FetchContext Context(string scope = "", Func<string, bool>? isHeld = null) =>
        new() { Folder = WorkFolder, Settings = Settings, Cache = Cache, Scope = scope, IsHeld = isHeld };

    /// <summary>A client of its own, as another process would have it.</summary>
    public Fetcher NewFetcher(TimeProvider? clock = null)
    {
        _fetchers.Add(new Fetcher(Limits, clock ?? Clock));
        return _fetchers[^1];
    }

    internal Fetcher NewFetcher(ResolveHost resolve)
    {
        _fetchers.Add(new Fetcher(Limits, Clock, resolve));
        return _fetchers[^1];
    }

    public Task<FetchResult> Fetch(SourceRequest request, FetchContext? context = null, CancellationToken cancellation = default) =>
        NewFetcher().FetchAsync(request, context ?? Context(), Progress, cancellation);

    public void Dispose()
    {
        foreach (var fetcher in _fetchers) fetcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Keeps what it is told, at once and in order.</summary>
    public sealed class Told : IProgress<FetchProgress>
    {
        public List<FetchProgress> All { get; } = [];

        public IEnumerable<string> Notes => All.Where(p => p.Note is not null).Select(p => p.Note!.Value.English);

        public void Report(FetchProgress value)
        {
            lock (All) All.Add(value);
        }
    }
}
