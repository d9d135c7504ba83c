using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>Rows on what the models can do and on what is paid for labs of equal capability.</summary>
internal static class CountryComparisonCapability
{
    /// <summary>Width of a band of capability, in points of the index. Froth's own choice.</summary>
    public const int BandWidth = 5;

    private static readonly Bilingual Group = new("Capability, and valuation at equal capability", "模型能力与同等能力下的估值");
    private static readonly Bilingual Labs = new("labs", "实验室数");

    public static IEnumerable<CountryComparisonRow> Rows(CountryComparisonScope scope, EqualCapability equal)
    {
        var book = LabValueBook.Of(scope.Inputs);
        yield return scope.Row("capability-best", Group, new("Best capability index", "能力指数最高分"), Unit.Index, Display.Number, Labs, c => Best(book, c, scope), SilenceNote(book, scope));
        yield return scope.Row("capability-reached", Group, new("Months since the lower of the two best scores was reached", "距首次达到两国较低最高分的月数"), Unit.Months, Display.Number, Labs, c => Reached(book, c, scope));
        foreach (var floor in Bands(book, scope))
        {
            yield return scope.Row($"valuation-capability-{floor}", Group, new($"Valuation of labs with an index of {floor} to {floor + BandWidth}, middle lab", $"能力指数{floor}至{floor + BandWidth}的实验室估值，中位数"),
                Unit.UsDollar, Display.Money, Labs, c => Values([.. book.On(c.Code, book.LastDay!.Value).Where(l => FloorOf(l) == floor)], c, book, scope));
        }

        yield return Equal(scope, book, equal);
        yield return scope.Row("price-to-run-rate", Group, new("Valuation over revenue run-rate, middle lab", "估值/年化收入，中位数"), Unit.Ratio, Display.Multiple, Labs, c => RunRateMultiples(book, c, scope));
    }

    private static CountryComparisonRow Equal(CountryComparisonScope scope, LabValueBook book, EqualCapability equal)
    {
        var verdict = equal.Verdict(scope.First.Name, scope.Second.Name);
        var ratio = new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"Ratio of first to second {equal.Median:0.0}; pairs on {equal.Day:yyyy-MM-dd}: {equal.Pairs.Count}."),
            string.Create(CultureInfo.InvariantCulture, $"前者与后者之比为{equal.Median:0.0}；{equal.Day:yyyy-MM-dd}共{equal.Pairs.Count}对。"));
        return new()
        {
            Id = "valuation-at-equal-capability", Group = Group, Title = new($"Valuation of labs within {EqualCapability.Tolerance} points of one of the other country, middle lab", $"与对方实验室得分相差不超过{EqualCapability.Tolerance}分者的估值，中位数"),
            Unit = Unit.UsDollar, Display = Display.Money, Counted = Labs, First = Values(equal.FirstLabs, scope.First, book, scope), Second = Values(equal.SecondLabs, scope.Second, book, scope),
            Note = equal.Pairs.Count == 0 ? verdict : verdict.Then(ratio),
        };
    }

    private static CountryComparisonSide Best(LabValueBook book, Country country, CountryComparisonScope scope)
    {
        if (book.LastDay is not { } day || book.Capability.Best(country.Code, day) is not { } best) return NoScores;
        var name = scope.Entities.NameOf(best.Lab);
        return new()
        {
            Value = best.Score, Count = book.Capability.On(day).Count(s => s.Country == country.Code), Facts = [best.Fact],
            Names = [new($"{name.English} {best.Fact.Dimension}", $"{name.In(Language.SimplifiedChinese)} {best.Fact.Dimension}")],
        };
    }

    // What the country behind can do now, the country ahead could do earlier: the difference of the two is its lead in months.
    private static CountryComparisonSide Reached(LabValueBook book, Country country, CountryComparisonScope scope)
    {
        if (book.LastDay is not { } day || book.Capability.Best(country.Code, day) is null) return NoScores;
        if (book.Capability.Best(scope.First.Code, day) is not { } first || book.Capability.Best(scope.Second.Code, day) is not { } second) return NoScores;
        var reached = book.Capability.FirstAt(country.Code, Math.Min(first.Score, second.Score), day)!;
        return new() { Value = (day.DayNumber - reached.Fact.Date.DayNumber) / (365.25 / 12), Count = 1, Names = scope.NamesOf([reached.Lab]), Facts = [reached.Fact, first.Fact, second.Fact] };
    }

    private static CountryComparisonSide Values(IReadOnlyList<LabValue> labs, Country country, LabValueBook book, CountryComparisonScope scope)
    {
        if (book.LastDay is not { } day) return NoScores;
        var lacking = book.Lacking(country.Code, day);
        if (labs.Count == 0)
        {
            return CountryComparisonSide.None(new(
                "No lab in this range has a valuation of the last twelve months.", "此区间内没有近十二个月有估值的实验室。"), lacking);
        }

        List<double> values = [.. labs.Select(l => l.Dollars)];
        var known = book.On(country.Code, day).Count;
        return new()
        {
            Value = CountryComparisonScope.Median(values), Low = values.Count > 1 ? values.Min() : double.NaN, High = values.Count > 1 ? values.Max() : double.NaN, Count = values.Count,
            Coverage = (double)known / (known + lacking.Count), Names = scope.NamesOf(labs.Select(l => l.Lab)), Missing = lacking, Facts = [.. labs.SelectMany(l => l.Facts).Distinct()],
        };
    }

    private static CountryComparisonSide RunRateMultiples(LabValueBook book, Country country, CountryComparisonScope scope)
    {
        var day = scope.AsOf;
        var runRates = scope.Inputs.Latest(CountryComparisonFirms.RunRate).Where(o => o.Grade < Grade.Unconfirmed && o.Double > 0 && o.Date <= day && o.Date >= day.AddMonths(-LabValueBook.GoodMonths))
            .GroupBy(o => o.Entity, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Date)!, StringComparer.Ordinal);
        var valued = book.Labs(country.Code).Select(lab => (Lab: lab, Value: book.Valuation(lab, day))).Where(l => l.Value is not null).ToList();
        var used = valued.Where(l => runRates.ContainsKey(l.Lab)).ToList();
        IReadOnlyList<Bilingual> missing = [.. valued.Except(used).Select(l => scope.Entities.NameOf(l.Lab)).Select(n => new Bilingual(
            $"{n.English}: revenue run-rate in dollars of the last twelve months", $"{n.In(Language.SimplifiedChinese)}：近十二个月的美元年化收入"))];
        if (used.Count == 0)
        {
            return CountryComparisonSide.None(new("No lab has both a valuation and a revenue run-rate of the last twelve months.", "没有实验室兼有近十二个月的估值与年化收入。"),
                missing.Count > 0 ? missing : [new Bilingual("valuations of labs", "实验室估值")]);
        }

        List<double> values = [.. used.Select(l => l.Value!.Value.Dollars / runRates[l.Lab].Double)];
        return new()
        {
            Value = CountryComparisonScope.Median(values), Low = values.Count > 1 ? values.Min() : double.NaN, High = values.Count > 1 ? values.Max() : double.NaN, Count = values.Count,
            Coverage = (double)values.Count / valued.Count, Names = scope.NamesOf(used.Select(l => l.Lab)), Missing = missing, Facts = [.. used.SelectMany(l => l.Value!.Value.Facts.Append(runRates[l.Lab])).Distinct()],
        };
    }

    private static IEnumerable<int> Bands(LabValueBook book, CountryComparisonScope scope) => book.LastDay is not { } day ? []
        : book.On(scope.First.Code, day).Concat(book.On(scope.Second.Code, day)).Select(FloorOf).Distinct().Order();

    private static int FloorOf(LabValue lab) => (int)Math.Floor(lab.Score.Score / BandWidth) * BandWidth;

    private static Bilingual? SilenceNote(LabValueBook book, CountryComparisonScope scope) => book.LastDay is { } day && day < scope.AsOf
        ? new($"The newest score is of {book.Capability.Days[^1]:yyyy-MM-dd}; scores and valuations at equal capability are read for {day:yyyy-MM-dd}, because newer models are missing.",
            $"最近得分为{book.Capability.Days[^1]:yyyy-MM-dd}；因缺较新模型，得分及同等能力估值以{day:yyyy-MM-dd}为准。")
        : null;

    private static CountryComparisonSide NoScores { get; } = CountryComparisonSide.None(
        new("No score of a lab was published by then.", "截至该日没有实验室得分公布。"), new Bilingual("capability scores of labs", "实验室能力得分"));
}
