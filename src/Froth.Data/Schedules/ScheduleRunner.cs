using Froth.Core;
using Froth.Data.Pulls;

namespace Froth.Data.Schedules;

/// <summary>What became of one scheduled run.</summary>
/// <param name="Entry">The entry, as it was found due.</param>
/// <param name="Result">What the pull did; null when it failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record ScheduledRun(ScheduleEntry Entry, PullRecord? Result, string? Failure);

/// <summary>
/// Makes the runs that are due, one after the other: so no source runs twice at a time, and the store has one writer. A source that
/// fails keeps its last good data; its failure stands in the journal of pulls, and its next occurrence tries again.
/// </summary>
/// <param name="book">The schedules.</param>
/// <param name="pull">Pulls what an entry asks for, most likely by <see cref="SourcePuller.PullAsync"/>.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class ScheduleRunner(ScheduleBook book, Func<ScheduleEntry, CancellationToken, Task<PullRecord>> pull, TimeProvider? clock = null)
{
    // The book may be changed by another process, and a sleeping machine stops its timers: so it is looked into now and then.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BusyPause = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Makes every run that is due at a moment, each once.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="progress">Told a line when a run begins and ends; may be null.</param>
    /// <param name="cancellation">Stops it; the run under way counts as not made and stays due.</param>
    public async Task<IReadOnlyList<ScheduledRun>> RunDue(DateTimeOffset now, IProgress<Bilingual>? progress, CancellationToken cancellation)
    {
        var runs = new List<ScheduledRun>();
        foreach (var entry in ScheduleEntry.Due(book.Entries(), now))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!book.TryStart(entry, now)) continue;
            progress?.Report(Line(entry, "begins", "开始"));
            if (await Run(entry, progress, cancellation) is { } run) runs.Add(run);
        }

        return runs;
    }

    /// <summary>Makes the runs as they fall due, until it is cancelled; then it ends without an exception.</summary>
    /// <param name="progress">Told a line when a run begins and ends, and when the next one is due; may be null.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunLoop(IProgress<Bilingual>? progress, CancellationToken cancellation)
    {
        (string Id, DateTimeOffset At)? told = null;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await RunDue(_clock.GetUtcNow(), progress, cancellation);
                var now = _clock.GetUtcNow();
                var next = book.Entries().Where(e => e.IsEnabled).Select(e => (e.Id, At: e.NextRun() ?? DateTimeOffset.MaxValue)).OrderBy(e => e.At)
                    .Select(e => ((string Id, DateTimeOffset At)?)e).FirstOrDefault();
                if (next != told && next is { } coming && coming.At > now)
                    progress?.Report(new Bilingual($"Next: {coming.Id} at {coming.At:yyyy-MM-dd HH:mm} UTC.", $"下次运行：{coming.Id}，{coming.At:yyyy-MM-dd HH:mm}（UTC）。"));
                told = next;
                await Task.Delay(Sleep(next?.At, now), _clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress?.Report(new Bilingual("Stopped.", "已停止。"));
        }
    }

    // What is already overdue here belongs to a source that another process is busy with.
    private static TimeSpan Sleep(DateTimeOffset? next, DateTimeOffset now)
    {
        if (next is not { } at) return LongestSleep;
        if (at <= now) return BusyPause;
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((at - now).TotalMilliseconds));
        return wait < LongestSleep ? wait : LongestSleep;
    }

    private async Task<ScheduledRun?> Run(ScheduleEntry entry, IProgress<Bilingual>? progress, CancellationToken cancellation)
    {
        try
        {
            var result = await pull(entry, cancellation);
            if (result.State == PullState.Completed) book.Complete(entry.Id, _clock.GetUtcNow());
            progress?.Report(Line(entry, $"ended: {result.Added:N0} facts added, {result.Failures.Count} failures", $"结束：新增{result.Added:N0}条事实，{result.Failures.Count}项失败"));
            return new ScheduledRun(entry, result, null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            book.Unstart(entry);
            throw;
        }
        catch (SourceBusyException fault)
        {
            book.Unstart(entry);
            progress?.Report(Line(entry, $"waits: {fault.Message}", "等待：该来源正由另一进程抓取"));
            return null;
        }
        catch (Exception fault)
        {
            // Whatever goes wrong with one source must not keep the others from running; the puller has put it into the journal.
            progress?.Report(Line(entry, $"failed: {fault.Message}", $"失败：{fault.Message}"));
            return new ScheduledRun(entry, null, fault.Message);
        }
    }

    private static Bilingual Line(ScheduleEntry entry, string english, string chinese) => new($"{entry.Id} {english}.".Replace("..", ".", StringComparison.Ordinal), $"{entry.Id}{chinese}。");
}
