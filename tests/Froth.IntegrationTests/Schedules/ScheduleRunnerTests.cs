using Froth.Core;
using Froth.Data.Pulls;
using Froth.Data.Schedules;
using Froth.Data.Sources;
using Froth.IntegrationTests.Http;

namespace Froth.IntegrationTests.Schedules;

/// <summary>The book of schedules, and the runs that are made from it.</summary>
public sealed class ScheduleRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-schedules-").FullName;
    private readonly QuickClock _clock = new();
    private readonly List<string> _runs = [];
    private readonly Lines _lines = new();

    private string Store => Path.Combine(_folder, "froth.duckdb");

    private ScheduleBook Book => new(Store, _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Add_Entries_AreKeptWithTheirArgumentsUnderIdsOfTheirOwn()
    {
        Book.Entries().ShouldBeEmpty();
        Book.Add("edgar", SourceArguments.None.With("cik", "1045810", "1652044"), "0 6 * * 1-5").Id.ShouldBe("edgar");
        Book.Add("edgar", SourceArguments.None, "0 7 * * *").Id.ShouldBe("edgar-2");
        Should.Throw<CronTextException>(() => Book.Add("fred", SourceArguments.None, "0 99 * * *"));
        var entries = Book.Entries();
        entries.Select(e => e.Id).ShouldBe(["edgar", "edgar-2"]);
        entries[0].Arguments.ToJson().ShouldBe("{\"cik\":[\"1045810\",\"1652044\"]}");
        (entries[0].Cron, entries[0].Created, entries[0].IsEnabled, entries[0].LastStarted).ShouldBe(("0 6 * * 1-5", _clock.GetUtcNow(), true, null));
        Book.Remove("edgar").ShouldBeTrue();
        Book.Remove("edgar").ShouldBeFalse();
        Book.Entries().Single().Id.ShouldBe("edgar-2");
    }

    [Fact]
    public void Add_FromManyThreads_LosesNone()
    {
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i => Book.Add($"s{i:00}", SourceArguments.None, "0 6 * * *"));
        Book.Entries().Select(e => e.Id).ShouldBe(Enumerable.Range(0, 24).Select(i => $"s{i:00}"));
        Directory.EnumerateFiles(_folder, "*.tmp").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[{\"id\":\"edgar\",")]
    [InlineData("[{\"id\":\"a\",\"source\":\"a\",\"cron\":\"0 99 * * *\",\"created\":\"2026-01-01T00:00:00+00:00\"}]")]
    public void Entries_DamagedBook_IsNamedAndLeftUntouched(string text)
    {
        File.WriteAllText(Store + ".schedules.json", text);
        Should.Throw<ScheduleBookException>(() => Book.Entries()).Message.ShouldContain("froth.duckdb.schedules.json cannot be read");
        Should.Throw<ScheduleBookException>(() => Book.Add("fred", SourceArguments.None, "0 6 * * *"));
        File.ReadAllText(Store + ".schedules.json").ShouldBe(text);
    }

    [Fact]
    public void TryStart_TwoProcessesFindTheSameRunDue_OneGetsIt()
    {
        var entry = Book.Add("edgar", SourceArguments.None, "0 6 * * *");
        var now = _clock.GetUtcNow().AddDays(2);
        Book.TryStart(entry, now).ShouldBeTrue();
        Book.TryStart(entry, now).ShouldBeFalse();
        ScheduleEntry.Due(Book.Entries(), now).ShouldBeEmpty();
        Book.Unstart(entry);
        ScheduleEntry.Due(Book.Entries(), now).ShouldHaveSingleItem();
    }

    [Fact]
    public void Enable_AfterARest_DoesNotMakeUpForIt()
    {
        Book.Add("edgar", SourceArguments.None, "0 6 * * *");
        Book.Enable("edgar", false).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromDays(30));
        ScheduleEntry.Due(Book.Entries(), _clock.GetUtcNow()).ShouldBeEmpty();
        Book.Enable("edgar", true).ShouldBeTrue();
        ScheduleEntry.Due(Book.Entries(), _clock.GetUtcNow()).ShouldBeEmpty();
        ScheduleEntry.Due(Book.Entries(), _clock.GetUtcNow().AddDays(1)).ShouldHaveSingleItem();
        Book.Enable("nobody", true).ShouldBeFalse();
    }

    [Fact]
    public async Task RunDue_MissedRunsAndAFailingSource_RunsEachOnceAndGoesOn()
    {
        foreach (var source in new[] { "edgar", "down", "fred" }) Book.Add(source, SourceArguments.None, "0 6 * * *");
        var now = _clock.GetUtcNow().AddDays(10);
        var runner = Runner(e => e.Source == "down" ? throw new SourceUnavailableException("down answered 503.") : Result(e));
        var runs = await runner.RunDue(now, _lines, default);
        _runs.ShouldBe(["down", "edgar", "fred"]);
        runs.Select(r => (r.Entry.Id, r.Result is null, r.Failure)).ShouldBe([("down", true, "down answered 503."), ("edgar", false, null), ("fred", false, null)]);
        var entries = Book.Entries().ToDictionary(e => e.Id);
        entries.Values.ShouldAllBe(e => e.LastStarted == now);
        (entries["down"].LastCompleted, entries["fred"].LastCompleted).ShouldBe((null, _clock.GetUtcNow()));
        (await runner.RunDue(now.AddHours(12), _lines, default)).ShouldBeEmpty();
        (await runner.RunDue(now.AddDays(1), _lines, default)).Count.ShouldBe(3);
        _lines.All.Count(l => l.English.StartsWith("down failed: down answered 503.", StringComparison.Ordinal)).ShouldBe(2);
        _lines.All.ShouldAllBe(l => l.Chinese.Length > 0 && !l.English.EndsWith("..", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunDue_Stopped_LeavesTheRunDue()
    {
        Book.Add("edgar", SourceArguments.None, "0 6 * * *");
        var now = _clock.GetUtcNow().AddDays(2);
        using var stop = new CancellationTokenSource();
        var runner = Runner(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        await Should.ThrowAsync<OperationCanceledException>(runner.RunDue(now, null, stop.Token));
        (await Runner(Result).RunDue(now, null, default)).ShouldHaveSingleItem().Result.ShouldNotBeNull();
        _runs.ShouldBe(["edgar", "edgar"]);
    }

    [Fact]
    public async Task RunDue_SourceBusyElsewhere_StaysDue()
    {
        Book.Add("edgar", SourceArguments.None, "0 6 * * *");
        var now = _clock.GetUtcNow().AddDays(2);
        (await Runner(_ => throw new SourceBusyException("process 7")).RunDue(now, _lines, default)).ShouldBeEmpty();
        _lines.All.ShouldContain(l => l.English == "edgar waits: process 7.");
        (await Runner(Result).RunDue(now, null, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RunLoop_SeveralDays_RunsEveryOccurrenceOnceAndEndsQuietly()
    {
        Book.Add("edgar", SourceArguments.None, "30 6 * * *");
        using var stop = new CancellationTokenSource();
        var started = new List<DateTimeOffset>();
        await Runner(e =>
        {
            started.Add(_clock.GetUtcNow());
            if (started.Count == 4) stop.Cancel();
            return Result(e);
        }).RunLoop(_lines, stop.Token);
        var first = new DateTimeOffset(2026, 2, 1, 6, 30, 0, TimeSpan.Zero);
        started.ShouldBe(Enumerable.Range(0, 4).Select(i => first.AddDays(i)));
        _lines.All[0].English.ShouldBe("Next: edgar at 2026-02-01 06:30 UTC.");
        _lines.All[^1].English.ShouldBe("Stopped.");
    }

    private static PullRecord Result(ScheduleEntry entry) => new() { Id = "1", Source = entry.Source, Arguments = entry.Values, Started = entry.Created, State = PullState.Completed, Added = 3 };

    private ScheduleRunner Runner(Func<ScheduleEntry, PullRecord> pull) => new(Book, (entry, _) =>
    {
        _runs.Add(entry.Id);
        return Task.FromResult(pull(entry));
    }, _clock);

    private sealed class Lines : IProgress<Bilingual>
    {
        public List<Bilingual> All { get; } = [];

        public void Report(Bilingual value) => All.Add(value);
    }
}
