using System.Globalization;
using Froth.Cli.Output;
using Froth.Core;
using Froth.Data.Http;
using Froth.Data.Ingest;
using Froth.Data.Pulls;
using Froth.Data.Sources;
using Spectre.Console;

namespace Froth.Cli;

/// <summary>Pulls a source into the store of a session, with a progress bar where somebody watches.</summary>
internal sealed class Pulling : IDisposable
{
    private readonly Session _session;
    private readonly Fetcher _fetcher = new();
    private readonly SourcePuller _puller;

    public Pulling(Session session)
    {
        _session = session;
        _puller = new SourcePuller(session.Path, _fetcher);
    }

    /// <summary>The user's settings: environment, then the file in Froth's folder.</summary>
    public static SourceSettings Settings => SourceSettings.Read(SettingsPath);

    public static string SettingsPath => Environment.GetEnvironmentVariable("FROTH_SETTINGS") ?? System.IO.Path.Combine(Session.Home, "settings.json");

    public async Task<PullRecord> Pull(ISource source, SourceArguments arguments, bool showsBar, CancellationToken cancellation)
    {
        if (!showsBar || Console.IsErrorRedirected) return await Run(source, arguments, null, cancellation);
        PullRecord? result = null;
        await Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(source.Description.Id));
                result = await Run(source, arguments, new Bar(task), cancellation);
            });
        return result!;
    }

    public static void Tell(PullRecord result)
    {
        foreach (var failure in result.Failures) Console.Error.WriteLine($"{failure.What}: {failure.Reason}");
        Console.Out.WriteLine(Words.Say(
            $"{result.Source}: {result.Requests:#,0} requests, {result.NotModified:#,0} unchanged, {result.Bytes / 1e6:#,0.0} MB; {result.Added:#,0} facts added, {result.Withdrawn:#,0} withdrawn, {result.Quarantined:#,0} quarantined.",
            $"{result.Source}：请求{result.Requests:#,0}次，未变{result.NotModified:#,0}次，{result.Bytes / 1e6:#,0.0} MB；新增{result.Added:#,0}条事实，撤回{result.Withdrawn:#,0}条，隔离{result.Quarantined:#,0}条。"));
    }

    public void Dispose() => _fetcher.Dispose();

    private Task<PullRecord> Run(ISource source, SourceArguments arguments, IProgress<PullProgress>? progress, CancellationToken cancellation)
    {
        var snapshots = _session.Store.Snapshots().Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var options = new PullOptions { Progress = progress, IsHeld = snapshots.Contains };
        return _puller.PullAsync(source, arguments, Settings, files => Ingest(source, arguments, files, cancellation), options, cancellation);
    }

    private IngestOutcome Ingest(ISource source, SourceArguments arguments, IReadOnlyList<PulledFile> files, CancellationToken cancellation)
    {
        var result = _session.Store.IngestFiles(
            [.. files.Select(f => new IngestFile(f.Path) { Name = f.Name, Url = f.Url, FetchedAt = f.FetchedAt, Arguments = f.Arguments })],
            new IngestOptions { Source = source, Arguments = arguments, What = $"ingest {source.Description.Id}", CodeVersion = ProgramVersion.Text, DefaultAccess = source.Description.Access },
            cancellation);

        // A response that is unusable as a whole must be asked for again; what is confirmed would answer "not modified" for ever.
        var unusable = result.Problems.Where(p => p is { Line: 0, Locator.Length: 0 }).Select(p => new PullFailure(p.File, p.Reason)).ToList();
        return new IngestOutcome { Added = result.Added, Withdrawn = result.Withdrawn, Quarantined = result.Quarantined, Refused = unusable };
    }

    private sealed class Bar(ProgressTask task) : IProgress<PullProgress>
    {
        public void Report(PullProgress value)
        {
            task.MaxValue = Math.Max(1, value.Known);
            task.Value = value.Done;
            Bilingual note = value.Note ?? new("", "");
            task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture,
                $"{value.Source} {value.Done}/{value.Known}, {value.Bytes / 1e6:0.0} MB, {value.BytesPerSecond / 1e6:0.0} MB/s{(value.Remaining is { } left ? $", ETA {left:mm\\:ss}" : "")} {note.In(Words.Language)}"));
        }
    }
}
