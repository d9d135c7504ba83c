using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Valuation;

namespace Froth.Tests.Valuation;

public sealed class ValuationDeviationTests
{
    private static readonly DateOnly End = Told.Day("2024-12-31");

    [Fact]
    public void Of_AnyFirm_ShowsEveryMethod()
    {
        foreach (var firm in (string[])["a", "nobody"])
        {
            var deviation = Of(firm, FiveFirms());
            deviation.Methods.Select(m => m.Method.Id).ShouldBe(ValuationMethod.All.Select(m => m.Id));
            deviation.Methods.ShouldAllBe(m => m.HasRank || m.Why != null || m.Method.SameOrderAs != null);
        }

        Of("nobody", FiveFirms()).Ranked.ShouldBe(0);
        Of("nobody", FiveFirms()).Median.ShouldBe(double.NaN);
    }

    [Fact]
    public void Of_FiveFirms_RanksAmongThemAndOnlyOnce()
    {
        var deviation = Of("e", FiveFirms());
        Rank(deviation, "pe-ttm").ShouldBe(0.9, "the dearest of five");
        Rank(deviation, "residual-income-to-price").ShouldBe(0.1, 1e-12, "book of 1000 behind the price of 500: the cheapest");
        Rank(deviation, "pvgo-share").ShouldBe(double.NaN, "orders firms as the trailing P/E does");
        deviation.Methods.Single(m => m.Method.Id == "pvgo-share").Value.ShouldBe(1 - 1 / (0.1 * 50), 1e-12);
        deviation.Ranked.ShouldBe(4);
        deviation.Median.ShouldBe(0.9, 1e-12);
        deviation.Lowest.ShouldBe(0.1, 1e-12);
        deviation.Highest.ShouldBe(0.9, 1e-12);
        deviation.Lineage.Select(f => ((Observation)f).Entity).Distinct().Count().ShouldBe(5, "a rank rests on all the firms compared with");
    }

    [Fact]
    public void Of_LossMaker_HasReasonsInsteadOfRatios()
    {
        var deviation = Of("loss", [.. FiveFirms(), .. Firm("loss", 100, -5, 50)]);
        deviation.Methods.Where(m => m.Method.Id.StartsWith("pe-", StringComparison.Ordinal)).ShouldAllBe(m => !m.HasRank && m.Why != null);
        Rank(deviation, "residual-income-to-price").ShouldBeInRange(0, 1);
        deviation.Ranked.ShouldBe(1);
        deviation.Median.ShouldBe(double.NaN, "one method alone is no median");
    }

    [Fact]
    public void Of_OneFirm_RanksInItsOwnHistoryFromTwelveQuartersOn()
    {
        static MethodRank Trailing(int quarters)
        {
            static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            DateOnly Back(int k) => End.AddDays(1).AddMonths(-3 * k).AddDays(-1);
            List<Observation> facts = [.. Enumerable.Range(0, 20).Select(k => ExampleFacts.Over("a", Concepts.NetIncome, Text(Back(k + 1).AddDays(1)), Text(Back(k)), 2.5, Unit.UsDollar))];
            for (var k = 0; k < quarters; k++) facts.Add(Told.Price("a", Text(Back(k)), 100 + k));
            return Of("a", facts).Methods.Single(m => m.Method.Id == "pe-ttm");
        }

        Trailing(11).HasRank.ShouldBeFalse();
        var rank = Trailing(12);
        (rank.Basis, rank.Comparable).ShouldBe((RankBasis.OwnHistory, 12));
        rank.Rank.ShouldBe(0.5 / 12, 1e-12, "the cheapest of its twelve quarters");
    }

    [Fact]
    public void Of_LaterFacts_ChangeNothing()
    {
        var later = FiveFirms().Select(o => o with { Period = o.Period with { Start = o.Period.Start?.AddMonths(3), End = o.Period.End.AddMonths(3) }, PublishedAt = o.PublishedAt.AddMonths(3), Value = o.Value * 3 });
        Of("c", [.. FiveFirms(), .. later]).Median.ShouldBe(Of("c", FiveFirms()).Median);
    }

    private static List<Observation> FiveFirms() =>
        [.. Enumerable.Range(1, 5).SelectMany(i => Firm(((char)('a' + i - 1)).ToString(), 100 * i, 10, i == 5 ? 1000 : 20))];

    private static IEnumerable<Observation> Firm(string firm, double value, double income, double book) =>
    [
        Told.Price(firm, "2024-12-31", value), Told.Year(firm, Concepts.NetIncome, 2023, income), Told.Year(firm, Concepts.NetIncome, 2024, income),
        Told.Balance(firm, FirmConcepts.StockholdersEquity, 2023, book), Told.Balance(firm, FirmConcepts.StockholdersEquity, 2024, book),
    ];

    private static ValuationDeviation Of(string firm, IEnumerable<Observation> facts) => ValuationDeviation.Of(Told.Set(facts), firm, End);

    private static double Rank(ValuationDeviation deviation, string method) => deviation.Methods.Single(m => m.Method.Id == method).Rank;
}
