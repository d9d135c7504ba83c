using CsCheck;
using Froth.Data.Schedules;

namespace Froth.IntegrationTests.Schedules;

/// <summary>When entries are due, checked against a walk through every minute.</summary>
public sealed class DueTests
{
    // The days around the change to summer time in Europe and America are among them; in UTC nothing happens on them.
    private static readonly DateTimeOffset Base = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(string Cron, Func<DateTimeOffset, bool> Holds)> Crons = Gen.Select(Gen.Int[0, 59], Gen.Int[0, 23], Gen.Int[0, 6], Gen.Int[0, 3]).Select((minute, hour, day, kind) => kind switch
    {
        0 => ($"{minute} {hour} * * *", t => t.Minute == minute && t.Hour == hour),
        1 => ($"{minute} * * * *", t => t.Minute == minute),
        2 => ($"{minute} {hour} * * {day}", t => t.Minute == minute && t.Hour == hour && (int)t.DayOfWeek == day),
        _ => ($"*/{minute % 20 + 1} {hour} * * *", (Func<DateTimeOffset, bool>)(t => t.Minute % (minute % 20 + 1) == 0 && t.Hour == hour)),
    });

    [Fact]
    public void Due_AnyEntryAtAnyTime_IsDueExactlyWhenAnOccurrenceLiesBetween() => Gen.Select(Crons, Gen.Int[0, 60 * 24 * 30], Gen.Int[-60, 60 * 24 * 9], Gen.Int[0, 59], Gen.Bool).Sample((cron, start, gap, seconds, wasRun) =>
    {
        var last = Base.AddMinutes(start).AddSeconds(seconds);
        var now = last.AddMinutes(gap).AddSeconds(59 - seconds);
        var entry = wasRun ? Entry("a", cron.Cron, Base.AddDays(-90)) with { LastStarted = last } : Entry("a", cron.Cron, last);
        var occurs = false;
        for (var minute = Base.AddMinutes(start + 1); minute <= now && !occurs; minute = minute.AddMinutes(1)) occurs = cron.Holds(minute);
        ScheduleEntry.Due([entry], now).Count.ShouldBe(occurs ? 1 : 0, $"{cron.Cron} from {last:o} to {now:o}");
    }, iter: 400, threads: 1);

    [Fact]
    public void Due_MissedOccurrences_AreMadeUpForExactlyOnce() => Gen.Select(Crons, Gen.Int[1, 400]).Sample((cron, days) =>
    {
        var now = Base.AddDays(days);
        var entry = Entry("a", cron.Cron, Base.AddDays(-8));
        ScheduleEntry.Due([entry], now).ShouldHaveSingleItem();
        var started = entry with { LastStarted = now };
        ScheduleEntry.Due([started], now).ShouldBeEmpty();
        var next = started.NextRun()!.Value;
        next.ShouldBeGreaterThan(now);
        next.Offset.ShouldBe(TimeSpan.Zero);
        cron.Holds(next).ShouldBeTrue();
        ScheduleEntry.Due([started], next.AddTicks(-1)).ShouldBeEmpty();
        ScheduleEntry.Due([started], next).ShouldHaveSingleItem();
    }, iter: 200, threads: 1);

    [Fact]
    public void Due_SeveralEntries_ComeInAnOrderThatDoesNotDependOnTheBook() => Gen.Select(Crons.Array[2, 8], Gen.Int[0, 1000]).Sample((crons, seed) =>
    {
        var entries = crons.Select((c, i) => Entry($"e{i}", c.Cron, Base)).ToArray();
        var shuffled = entries.ToArray();
        new Random(seed).Shuffle(shuffled);
        var due = ScheduleEntry.Due(entries, Base.AddDays(3));
        ScheduleEntry.Due(shuffled, Base.AddDays(3)).Select(e => e.Id).ShouldBe(due.Select(e => e.Id));
        due.Select(e => e.NextRun()).ShouldBe(due.Select(e => e.NextRun()).Order());
    }, iter: 100, threads: 1);

    [Fact]
    public void Due_DisabledEntry_NeverRuns() => ScheduleEntry.Due([Entry("a", "* * * * *", Base) with { IsEnabled = false }], Base.AddYears(1)).ShouldBeEmpty();

    private static ScheduleEntry Entry(string id, string cron, DateTimeOffset created) => new() { Id = id, Source = id, Cron = cron, Created = created };
}
