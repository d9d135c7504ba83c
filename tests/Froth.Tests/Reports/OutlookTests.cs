using CsCheck;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Froth.Core.Signals;

namespace Froth.Tests.Reports;

/// <summary>The turns that a report promises must be those that the signal takes when the next reading comes.</summary>
public sealed class OutlookTests
{
    private static readonly Bands Cuts = Bands.Rising(10, 20, 30, ThresholdStatus.Froth, "test", 1);

    [Fact]
    public void Of_AbsoluteBands_TellsCutAndCutLessMargin()
    {
        var outlook = Outlook.Of(Row(Cuts, [.. Enumerable.Repeat(5.0, 12), 24.0]))!;
        outlook.Row.Band.ShouldBe(Band.Elevated);
        outlook.Worse.ShouldBe(new Turn(Band.Alarm, 30, true, true, Cuts.Thresholds[2]));
        outlook.Better.ShouldBe(new Turn(Band.Watch, 19, false, false, Cuts.Thresholds[1]));
    }

    [Fact]
    public void Of_NoBand_IsNull() => Outlook.Of(Row(Cuts, [1, 2, 3])).ShouldBeNull();

    [Fact]
    public void Of_AnyHistory_SignalTurnsExactlyAtTheToldValue()
    {
        var bands = Gen.OneOfConst(Bands.RisingPercentile, Bands.FallingPercentile, Cuts, Bands.FallingBelow(30, 20, 10, ThresholdStatus.Froth, "test", 1));
        Gen.Select(bands, Gen.Int[0, 40].Select(i => (double)i).Array[12, 60]).Sample((cuts, values) =>
        {
            if (Outlook.Of(Row(cuts, values)) is not { } outlook) return;
            if (outlook.Worse is { } worse) Check(cuts, values, worse, next => next >= worse.Band, outlook.Row.Band!.Value);
            if (outlook.Better is { } better) Check(cuts, values, better, next => next < outlook.Row.Band, outlook.Row.Band!.Value);
        });
    }

    private static void Check(Bands cuts, double[] values, Turn turn, Func<Band, bool> turned, Band now)
    {
        var past = turn.Above ? 1e-6 : -1e-6;
        turned(Next(cuts, values, turn.Value + past)).ShouldBeTrue($"from {now} past {turn}");
        turned(Next(cuts, values, turn.Value - past)).ShouldBeFalse($"from {now} before {turn}");
        turned(Next(cuts, values, turn.Value)).ShouldBe(turn.Inclusive, $"from {now} at {turn}");
    }

    private static Band Next(Bands cuts, double[] values, double next) => Signal.Of(cuts, Readings([.. values, next])).Band!.Value;

    private static List<Reading> Readings(IEnumerable<double> values) =>
        [.. values.Select((v, i) => new Reading { Date = new DateOnly(2020, 1, 1).AddMonths(i), Value = v })];

    private static MonitorRow Row(Bands bands, double[] values)
    {
        var readings = Readings(values);
        var signal = Signal.Of(bands, readings);
        return new MonitorRow
        {
            Definition = new Definition
            {
                Id = "test", Title = new("t", "t"), Meaning = new("m", "m"), Pillar = Pillar.Valuation, Unit = Unit.Ratio, Display = Display.Number,
                Frequency = Frequency.Monthly, Method = new("m", "m"), Caveats = new("c", "c"), Citations = [new("c")], Bands = bands,
            },
            Result = IndicatorResult.Of(readings), Latest = readings[^1], Status = ReadingStatus.Current, Percentile = signal.Percentile, Band = signal.Band,
            Observations = signal.Observations, AgeDays = 0, Change = new(double.NaN, double.NaN, ChangeCause.FirstReading, new("", ""), []), Reason = null,
        };
    }
}
