using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Valuation;

namespace Froth.Tests.Indicators.Valuation;

public sealed class PrivateValuationTests
{
    [Fact]
    public void UnicornChange_Parts_AddUpExactly()
    {
        Fact[] facts =
        [
            Post("a", "2023-01-10", 100, "1:primary"), Raised("a", "2023-11-01", 7, "2:primary"), Post("a", "2024-03-01", 160, "3:primary"),
            Raised("a", "2024-03-01", 20, "3:primary"), Post("b", "2024-02-01", 33, "4:tender"), Raised("a", "2024-03-20", 99, "5:primary"),
        ];
        var reading = new UnicornValuationChange().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;

        reading.Date.ShouldBe(new DateOnly(2024, 3, 1));
        reading.Value.ShouldBe(60 + 33);
        reading.Parts.Take(4).Sum(p => p.Value).ShouldBe(reading.Value);
        reading.Parts.Take(4).Select(p => p.Value).ShouldBe([33, 27, 33, 0], "the unpriced 7 lies between the marks, the 99 after them");
    }

    [Fact]
    public void CashBetween_TwoCloses_CountsTheMoneyOnce()
    {
        Observation[] valuations = [Post("a", "2025-12-11", 500, "1:primary"), Post("a", "2026-02-27", 840, "2:first-close"), Post("a", "2026-03-31", 852, "3:primary")];
        Observation[] amounts = [Raised("a", "2026-02-27", 110, "2:first-close"), Raised("a", "2026-03-31", 122, "3:primary")];
        var book = new MarkBook(Round.Join(amounts, valuations, Unit.UsDollar), _ => true);
        var (before, first, close) = (Mark(book, "2025-12-31"), Mark(book, "2026-03-01"), Mark(book, "2026-03-31"));

        book.CashBetween(before, first).Cash.ShouldBe(110);
        book.CashBetween(first, close).Cash.ShouldBe(12);
        book.CashBetween(before, close).Cash.ShouldBe(122);
    }

    [Fact]
    public void Join_RangesAndGrades_CountsFloorsAndLeavesOutTheRest()
    {
        Observation[] valuations =
        [
            Post("floor", "2025-01-01", 0, "1:primary") with { Value = Amount.Range(10, null) },
            Post("ceiling", "2025-01-01", 0, "2:primary") with { Value = Amount.Range(null, 10) },
            Post("weak", "2025-01-01", 10, "3:primary") with { Grade = Grade.Unconfirmed },
            Post("euro", "2025-01-01", 10, "4:primary") with { Unit = Unit.Parse("EUR") },
        ];

        Round.Join([], valuations, Unit.UsDollar).Select(r => (r.Firm, r.PostMoneyValue)).ShouldBe([("ceiling", double.NaN), ("floor", 10)]);
        Round.Join([], valuations, Unit.UsDollar, confirmedOnly: false).Count.ShouldBe(3);
        Round.Join([], [Post("a", "2025-01-01", 1, "no type")], Unit.UsDollar)[0].Type.ShouldBe(RoundType.Unknown);
    }

    [Fact]
    public void StepUp_ExtensionAtTheOldPrice_IsNoStep()
    {
        Fact[] facts =
        [
            Post("a", "2025-03-31", 300, "1:primary"), Post("a", "2025-08-01", 300, "2:primary"), Raised("a", "2025-08-01", 8, "2:primary"),
            Post("a", "2025-10-01", 500, "3:secondary"), Post("b", "2024-01-01", 10, "4:primary"), Post("b", "2025-01-01", 30, "5:tender"),
            Post("c", "2024-01-01", 10, "6:primary"), Post("c", "2025-01-01", 20, "7:tender"), Post("c", "2025-02-01", 90, "8:primary"),
        ];
        var reading = new ValuationStepUp().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;

        reading.Date.ShouldBe(new DateOnly(2025, 10, 1));
        reading.Parts[0].Value.ShouldBe(3);
        reading.Parts[1].Value.ShouldBe(2, "500/300, 30/10 and 20/10; the money of the fourth pricing is untold");
        reading.Coverage.ShouldBe(0.75);
    }

    [Fact]
    public void Haircut_LabListed_Leaves()
    {
        Fact[] facts = [Post("a", "2025-01-01", 148, "1:primary"), Post("b", "2025-02-01", 100, "2:primary"), Raised("b", "2025-06-01", 9, "3:ipo")];
        var series = new PostMoneyHaircut().ComputeOn(ExampleFacts.Set(facts)).Headline;

        series.Readings.Select(r => r.Low).ShouldBe([148 / 1.48, 248 / 1.48, 148 / 1.48], 1e-9);
        series.Latest!.High.ShouldBe(148 / 1.39, 1e-9);
        series.Latest.Value.ShouldBe((series.Latest.Low + series.Latest.High) / 2);
    }

    [Fact]
    public void Haircut_UnconfirmedMark_OnlyLowersCoverage()
    {
        Fact[] facts = [Post("a", "2025-01-01", 100, "1:primary"), Post("a", "2025-06-01", 400, "2:primary") with { Grade = Grade.Unconfirmed }];
        var latest = new PostMoneyHaircut().ComputeOn(ExampleFacts.Set(facts)).Headline.Latest!;

        latest.Date.ShouldBe(new DateOnly(2025, 6, 1));
        latest.Parts[0].Value.ShouldBe(100);
        latest.Parts[1].Value.ShouldBe(400);
        latest.Coverage.ShouldBe(0.25);
    }

    [Fact]
    public void PriceToRunRate_OldRevenue_LeavesTheBasket()
    {
        Fact[] facts =
        [
            Post("a", "2025-01-01", 300, "1:primary"), Post("b", "2025-01-01", 50, "2:primary"), Run("a", "2025-01-01", 10), Run("b", "2024-02-01", 5),
            Run("a", "2025-03-01", 15),
        ];
        var result = new LabsPriceToRunRate().ComputeOn(ExampleFacts.Set(facts));

        result.Headline.Readings.Select(r => r.Value).ShouldBe([350 / 15.0, 20]);
        result.Headline.Latest!.Remark.ShouldNotBeNull("the basket lost a lab");
        result.Headline.Latest.Coverage.ShouldBe(300 / 350.0);
        result.For("a")!.Readings.Select(r => r.Value).ShouldBe([30, 20]);
        result.For("b")!.Readings.Count.ShouldBe(1);
    }

    private static Round Mark(MarkBook book, string day) => book.LastMark("a", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!;

    private static Observation Post(string firm, string day, double value, string dimension) =>
        ExampleFacts.At(firm, Concepts.PostMoneyValuation, day, value, Unit.UsDollar, dimension);

    private static Observation Raised(string firm, string day, double value, string dimension) =>
        ExampleFacts.At(firm, Concepts.RoundAmount, day, value, Unit.UsDollar, dimension);

    private static Observation Run(string firm, string day, double value) => ExampleFacts.At(firm, Concepts.RevenueRunRate, day, value, Unit.UsDollar);
}
