using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Time;
using Froth.Tests.Contract;

namespace Froth.Tests.Firms;

/// <summary>Two countries side by side, on few facts of known answer and on the default data.</summary>
public sealed class CountryComparisonTests
{
    private static readonly Entity[] Book =
    [
        ExampleFacts.Who("us", EntityKind.Country, "", "US"), ExampleFacts.Who("china", EntityKind.Country, "", "CN"),
        ExampleFacts.Who("us-cloud", EntityKind.Firm, "cloud", "US"), ExampleFacts.Who("us-bank", EntityKind.Firm, "bank", "US"),
        ExampleFacts.Who("gov", EntityKind.Government, "government", "US"),
        .. Enumerable.Range(1, 3).Select(i => ExampleFacts.Who($"us-lab-{i}", EntityKind.Lab, "model_lab", "US")),
        .. Enumerable.Range(1, 3).Select(i => ExampleFacts.Who($"cn-lab-{i}", EntityKind.Lab, "model_lab", "CN")),
    ];

    [Fact]
    public void Money_OfDealsAndRounds_IsSplitByLayerAndNeverTwice()
    {
        var rows = Compare(
            ExampleFacts.Deal("a", "2025-03-01", "bank", "us-cloud", FlowKind.DebtLoan, 6e9),
            ExampleFacts.Deal("b", "2025-04-01", "fund", "us-lab-1", FlowKind.EquityInvestment, 3e9),
            ExampleFacts.Deal("c", "2025-05-01", "fund", "us-bank", FlowKind.EquityInvestment, 50e9),
            ExampleFacts.At("us-lab-1", Concepts.RoundAmount, "2025-08-01", 4e9, Unit.UsDollar, "1:primary"),
            ExampleFacts.At("us-lab-2", Concepts.RoundAmount, "2025-08-01", 1e9, Unit.UsDollar, "2:primary"),
            ExampleFacts.At("us-lab-2", Concepts.RoundAmount, "2025-08-01", 1e9, Unit.UsDollar, "3:secondary"),
            ExampleFacts.At("cn-lab-1", Concepts.RoundAmount, "2025-08-01", 2e9, Unit.UsDollar, "4:ipo"));
        rows["money-12m"].First.Value.ShouldBe(10e9); // the bank is in no layer; the first lab's round lies within half a year of its deal
        rows["money-infrastructure-12m"].First.Value.ShouldBe(0.6);
        rows["money-model-12m"].First.Value.ShouldBe(0.4);
        rows["money-application-12m"].First.Why.ShouldNotBeNull();
        rows["debt-share-12m"].First.Value.ShouldBe(6.0 / 9, 1e-12); // deals alone
        rows["money-12m"].Second.Value.ShouldBe(2e9);
        rows["debt-share-12m"].Second.HasValue.ShouldBeFalse();
        rows["debt-share-12m"].Second.Missing.ShouldNotBeEmpty();
        rows["hhi-12m"].First.HasValue.ShouldBeFalse();
    }

    [Fact]
    public void StateShare_WithAStateAmongPayers_IsARange()
    {
        var rows = Compare(
            ExampleFacts.Deal("a", "2025-03-01", "gov", "us-cloud", FlowKind.EquityInvestment, 1e9),
            ExampleFacts.Deal("b", "2025-04-01", "gov", "us-cloud", FlowKind.EquityInvestment, 3e9) with { From = ["gov", "fund"] },
            ExampleFacts.Deal("c", "2025-05-01", "fund", "us-cloud", FlowKind.EquityInvestment, 6e9));
        var state = rows["state-share-12m"].First;
        (state.Value, state.High, state.Names.Count).ShouldBe((0.1, 0.4, 1));
    }

    [Fact]
    public void Verdict_NeedsThreeLabsOfEach()
    {
        static IEnumerable<Fact> Lab(string id, double score, double value) =>
            [ExampleFacts.At(id, CapabilityBook.Concept, "2025-06-01", score, Unit.Index, "m"), ExampleFacts.At(id, Concepts.PostMoneyValuation, "2025-06-01", value, Unit.UsDollar, id + ":primary")];
        Fact[] two = [.. Lab("us-lab-1", 145, 80), .. Lab("us-lab-2", 146, 90), .. Lab("cn-lab-1", 145, 4), .. Lab("cn-lab-2", 144, 5), .. Lab("cn-lab-3", 143.5, 8)];
        var undecided = Of(two).Equal;
        undecided.IsDecided.ShouldBeFalse();
        undecided.Verdict(Bilingual.Same("US"), Bilingual.Same("China")).English.ShouldStartWith("Not decided");
        var decided = Of([.. two, .. Lab("us-lab-3", 146.5, 10)]).Equal;
        decided.Pairs.Count.ShouldBe(9); // every pair lies within three points
        decided.Low.ShouldBe(10.0 / 8);
        decided.High.ShouldBe(90.0 / 4);
        decided.Verdict(Bilingual.Same("US"), Bilingual.Same("China")).English.ShouldContain("every lab of US is valued higher");
    }

    [Fact]
    public void EqualCapability_TurnedRound_IsTheInverse()
    {
        var facts = new InputSet(DefaultFacts.Now, CountryComparison.Inputs);
        var (us, china) = (Country.Find(DefaultFacts.Now.Entities, "us")!, Country.Find(DefaultFacts.Now.Entities, "China")!);
        CountryComparison.Of(facts, us, china).Equal.Median.ShouldBe(1 / CountryComparison.Of(facts, china, us).Equal.Median, 1e-9);
    }

    [Fact]
    public void Rows_OnDefaultData_HaveANumberOrAReasonOnBothSides()
    {
        var rows = Default(DefaultFacts.Now).Rows;
        rows.Select(r => r.Id).ShouldBeUnique();
        rows.Count.ShouldBeGreaterThan(30);
        foreach (var (row, side) in rows.SelectMany(r => new[] { (r, r.First), (r, r.Second) }))
        {
            (side.HasValue == side.Why is null).ShouldBeTrue($"{row.Id}: a number and a reason, or neither");
            if (side.HasValue) side.Facts.ShouldNotBeEmpty(row.Id);
            (side.Low > side.Value || side.High < side.Value).ShouldBeFalse($"{row.Id}: {side.Low} {side.Value} {side.High}");
            foreach (var text in side.Missing.Append(row.Title).Concat(side.Why is { } why ? [why] : []))
                text.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue($"{row.Id}: no Chinese in {text.Chinese}");
        }
    }

    [Fact]
    public void Rows_AtAVintage_UseOnlyWhatWasPublished()
    {
        var day = new DateOnly(2025, 12, 21);
        var comparison = Default(DefaultFacts.At(Vintage.At(day)));
        comparison.Facts.ShouldAllBe(f => f.PublishedAt <= day);
        comparison.Rows.Single(r => r.Id == "capability-best").Second.Why.ShouldNotBeNull(); // the scores came a day later
    }

    [Fact]
    public void ChineseIndexShares_AreNamedAsMissing() =>
        Default(DefaultFacts.Now).Rows.Single(r => r.Id == "ai30-marketcap-share").Second.Missing.Single().English.ShouldContain("index share");

    [Fact]
    public void Country_ByIdNameOrCode_IsTheSame()
    {
        var book = DefaultFacts.Now.Entities;
        foreach (var name in (string[])["china", "China", "中国", "CN", "cn"]) Country.Find(book, name)!.Code.ShouldBe("CN");
        Country.Find(book, "fr")!.Id.ShouldBeNull();
        Country.Find(book, "Atlantis").ShouldBeNull();
        Should.Throw<ArgumentException>(() => CountryComparison.Of(new InputSet(DefaultFacts.Now, CountryComparison.Inputs), Country.Find(book, "cn")!, Country.Find(book, "china")!));
    }

    private static CountryComparison Default(FactSet facts) =>
        CountryComparison.Of(new InputSet(facts, CountryComparison.Inputs), Country.Find(facts.Entities, "us")!, Country.Find(facts.Entities, "china")!);

    private static CountryComparison Of(params IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        var set = FactSet.Cut(Vintage.At(new DateOnly(2025, 9, 1)), all.OfType<Observation>(), all.OfType<Flow>(), new EntityBook(Book));
        return Default(set);
    }

    private static Dictionary<string, CountryComparisonRow> Compare(params IEnumerable<Fact> facts) => Of(facts).Rows.ToDictionary(r => r.Id);
}
