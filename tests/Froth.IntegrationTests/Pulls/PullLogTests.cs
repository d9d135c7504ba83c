using Froth.Core;
using Froth.Data.Pulls;
using Froth.Data.Schedules;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Pulls;

/// <summary>The journal, and what is told from it.</summary>
public sealed class PullLogTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("froth-log-").FullName;

    private string Store => Path.Combine(_folder, "froth.duckdb");

    private PullLog Log => new(Store);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_BeginningAndEndOfAPull_AreOneRecord()
    {
        Log.Read().ShouldBeEmpty();
        var record = Record("1", "edgar", PullState.Running, -5) with { Arguments = SourceArguments.None.With("cik", "1", "2").All, Ended = null };
        Log.Append(record);
        Log.Read().Single().State.ShouldBe(PullState.Running);
        Log.Append(record with { Ended = Now, State = PullState.Partial, Added = 7, Failures = [new PullFailure("a", "why 原因")] });
        var read = Log.Read().Single();
        (read.State, read.Added, read.Ended, read.Failures.Single()).ShouldBe((PullState.Partial, 7, Now, new PullFailure("a", "why 原因")));
        read.Arguments["cik"].ShouldBe(["1", "2"]);
        File.ReadAllLines(Store + ".pulls.jsonl").Length.ShouldBe(2);
    }

    [Fact]
    public void Read_TornLine_IsPassedOverAndTheNextIsKept()
    {
        Log.Append(Record("1", "edgar", PullState.Completed, -2));
        Log.Append(Record("2", "edgar", PullState.Completed, -1));
        var path = Store + ".pulls.jsonl";
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);
        Log.Read().Select(r => r.Id).ShouldBe(["1"]);
        Log.Append(Record("3", "fred", PullState.Failed, 0));
        Log.Read().Select(r => r.Id).ShouldBe(["1", "3"]);
    }

    [Fact]
    public void Append_FromManyThreads_KeepsEveryLineWhole()
    {
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i => Log.Append(Record($"{i:00}", "edgar", PullState.Completed, i)));
        Log.Read().Select(r => r.Id).ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i:00}"));
    }

    [Fact]
    public void Status_OfEverySource_TellsAgeFailuresAndTheNextRun()
    {
        var failure = Record("4", "edgar", PullState.Failed, -1) with { Failures = [new PullFailure("edgar", "down")] };
        PullRecord[] pulls =
        [
            Record("1", "edgar", PullState.Completed, -10) with { Added = 5 }, Record("2", "edgar", PullState.Completed, -3), failure,
            Record("5", "epoch", PullState.Completed, -46), Record("6", "fmti", PullState.Running, -2), Record("7", "btos", PullState.Partial, -1) with { Added = 1 },
        ];
        ScheduleEntry[] schedules = [Entry("edgar", "0 6 * * *"), Entry("edgar-2", "30 14 * * *") with { Source = "edgar" }, Entry("fred", "0 6 * * *") with { IsEnabled = false }];
        var all = SourceStatus.Of([.. new[] { "edgar", "epoch", "fmti", "fred", "btos", "litellm" }.Select(Description)], pulls, schedules, s => s == "epoch", Now).ToDictionary(s => s.Source);

        var edgar = all["edgar"];
        (edgar.LastAttempt, edgar.LastGood, edgar.LastChange, edgar.Age).ShouldBe((failure, pulls[1], pulls[0], 3));
        (edgar.IsFailing, edgar.IsStale, edgar.IsRunning, edgar.IsConfigured).ShouldBe((true, false, false, true));
        edgar.NextRun.ShouldBe(new DateTimeOffset(2026, 1, 31, 14, 30, 0, TimeSpan.Zero));
        (all["epoch"].IsStale, all["epoch"].IsRunning, all["epoch"].IsFailing, all["epoch"].Age).ShouldBe((true, true, false, 46));
        (all["fmti"].LastAttempt!.State, all["fmti"].IsFailing, all["fmti"].IsStale).ShouldBe((PullState.Stopped, true, true));
        (all["fred"].IsConfigured, all["fred"].IsStale, all["fred"].NextRun, all["fred"].Age).ShouldBe((true, true, null, null));
        (all["btos"].IsFailing, all["btos"].IsStale, all["btos"].LastChange!.Id).ShouldBe((true, true, "7"));
        (all["litellm"].IsConfigured, all["litellm"].IsStale, all["litellm"].IsFailing).ShouldBe((false, false, false));
    }

    private static ScheduleEntry Entry(string id, string cron) => new() { Id = id, Source = id, Cron = cron, Created = Now.AddHours(-1) };

    private static SourceDescription Description(string id) =>
        new() { Id = id, Title = Bilingual.Same(id), Summary = Bilingual.Same(id), Publisher = id, Url = "", Licence = "" };

    private static PullRecord Record(string id, string source, PullState state, int days) => new()
    {
        Id = id, Source = source, Arguments = SourceArguments.None.All, Started = Now.AddDays(days), Ended = Now.AddDays(days), State = state, CodeVersion = "0.1.0",
    };
}
