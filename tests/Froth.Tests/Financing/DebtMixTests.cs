using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Financing;
using Froth.Core.Indicators.Transparency;
using static Froth.Tests.Financing.Accounts;

namespace Froth.Tests.Financing;

public sealed class DebtMixTests
{
    private static readonly EntityBook Book = new(
    [
        Lender("bank", EntityKind.Firm, "bank"), Lender("other-bank", EntityKind.Group, "bank"), Lender("fund", EntityKind.Fund, "investor"),
        Lender("maker", EntityKind.Firm, "chips"), Lender("lab", EntityKind.Lab, "model_lab"),
    ]);

    [Fact]
    public void Of_ReportedKinds_LeaveTheRestUnknown()
    {
        // CoreWeave, 30 June 2026, millions: vendor credit 4,220, Magnetar loan 189, financing subsidiaries 13,600 of 35,068; a kind told a year earlier is not carried.
        var mix = DebtMix.Of(Newest(
        [
            Year2025(), At(FirmConcepts.DebtTotal, "2025-12-31", 35068), At(FirmConcepts.DebtOutstanding, "2025-12-31", 4220, "vendor-credit"),
            At(FirmConcepts.DebtOutstanding, "2025-12-31", 189, "private-credit"), At(FirmConcepts.DebtOutstanding, "2025-12-31", 13600, "spv"),
            At(FirmConcepts.DebtOutstanding, "2025-12-31", 900, "lease"), At(FirmConcepts.DebtOutstanding, "2024-12-31", 1000, "bank"),
        ])).ShouldNotBeNull();
        mix.ShadowShare.ShouldBe(0.513545, 1e-6);
        mix.MostShadowShare.ShouldBe(1, 1e-12);
        mix.ToldShare.ShouldBe(0.513545, 1e-6);
        mix.Share(DebtKind.Unknown).ShouldBe((35068 - 18009) / 35068.0, 1e-12);
        mix.Herfindahl.ShouldBe(0.625313, 1e-6);
    }

    [Fact]
    public void Of_KindsAboveTheCarryingAmount_AreAllOfTheDebt()
    {
        var mix = DebtMix.From([(DebtKind.Bond, 60), (DebtKind.PrivateCredit, 42)], 100, []);
        mix.Total.ShouldBe(102);
        mix.MostShadowShare.ShouldBe(42 / 102.0, 1e-12);
    }

    [Fact]
    public void Of_NoKindTold_IsNothing() => DebtMix.Of(Newest([Year2025(), At(FirmConcepts.DebtTotal, "2025-12-31", 100)])).ShouldBeNull();

    [Theory]
    [InlineData(FlowKind.DebtLoan, "bank|other-bank", "", DebtKind.Bank)]
    [InlineData(FlowKind.DebtLoan, "fund", "", DebtKind.PrivateCredit)]
    [InlineData(FlowKind.DebtLoan, "maker", "", DebtKind.VendorCredit)]
    [InlineData(FlowKind.DebtLoan, "lab", "", DebtKind.Unknown)]
    [InlineData(FlowKind.DebtLoan, "bank|fund", "", DebtKind.Unknown)]
    [InlineData(FlowKind.DebtLoan, "nobody-knows", "", DebtKind.Unknown)]
    [InlineData(FlowKind.DebtBond, "fund", "1.75% Convertible notes due 2031", DebtKind.Convertible)]
    [InlineData(FlowKind.DebtBond, "fund", "Six-part dollar bond", DebtKind.Bond)]
    [InlineData(FlowKind.Abs, "fund", "", DebtKind.Abs)]
    [InlineData(FlowKind.Spv, "fund", "", DebtKind.Spv)]
    public void KindOf_Flow_FollowsTheLenderAndThePaper(FlowKind kind, string lenders, string note, DebtKind expected) =>
        DebtKinds.Of(ExampleFacts.Deal("a", "2025-01-01", "x", "cloud", kind, 1) with { From = lenders.Split('|'), Note = note }, Book).ShouldBe(expected);

    [Fact]
    public void KindOf_FlowThatIsNoDebt_Throws() =>
        Should.Throw<ArgumentException>(() => DebtKinds.Of(ExampleFacts.Deal("a", "2025-01-01", "x", "cloud", FlowKind.EquityInvestment, 1), Book)).ParamName.ShouldBe("flow");

    [Fact]
    public void Series_OfTheSector_IsDatedByWhatCameLast()
    {
        Observation[] told = [Told("", 100, "2025-12-31"), Told("bond", 60, "2025-12-31"), Told("private-credit", 25, "2026-02-10"), Told("odd-word", 5, "2026-02-10"), Told("abs", 9, "2026-02-10") with { Grade = Grade.Unconfirmed }];
        var reading = SectorDebt.Series(told).ShouldHaveSingleItem().Readings.ShouldHaveSingleItem();
        reading.Date.ShouldBe(new DateOnly(2026, 2, 10));
        (reading.Value, reading.High).ShouldBe((0.25, 0.40));
        SectorDebt.Series([Told("", 100, "2025-12-31")]).ShouldBeEmpty();
        SectorDebt.Series([Told("bond", 60, "2025-12-31")]).ShouldBeEmpty("without a total a kind has no share");
        SectorDebt.Series([.. told, Told("abs|cmbs-only", 30, "2026-02-10")]).Single().Readings.Single().Value.ShouldBe(0.25, "a narrowed kind lies within another row");

        var panel = new DebtMixAnnounced().ComputeOn(ExampleFacts.Set(told)).For(SectorDebt.Entity).ShouldNotBeNull();
        panel.Latest!.Value.ShouldBe(0.25);
    }

    [Fact]
    public void Opacity_Judgements_CountAsARange()
    {
        // CoreWeave, 31 March 2025: counterparties unnamed and a related-party lender; maturities are told.
        var opacity = Opacity.Of(Newest([Year2025(), Gap("counterparty-unnamed", 1), Gap("related-party-lender", 1), Gap("maturity-undisclosed", 0), Gap("no-such-gap", 1), Gap("filing-144a", 0.5), Gap("rating-private", 1) with { Grade = Grade.Unconfirmed }]));
        (opacity.Count, opacity.Most, opacity.Assessed).ShouldBe((2, 9, 3));
        opacity.Present.Select(g => g.Code).ShouldBe(["counterparty-unnamed", "related-party-lender"]);
        opacity.NotAssessed.Count.ShouldBe(7);
    }

    [Fact]
    public void OpacityGaps_LaterDocument_ClosesAGapFromItsDayOn()
    {
        var closed = Gap("counterparty-unnamed", 0) with { PublishedAt = new(2026, 3, 1), Period = Core.Time.Period.Instant(new(2026, 2, 28)) };
        var readings = new OpacityGaps().ComputeOn(ExampleFacts.Set([Gap("counterparty-unnamed", 1), closed])).For("cloud")!.Readings;
        readings.Select(r => (r.Date, r.Value, r.High)).ShouldBe([(new DateOnly(2025, 12, 31), 1, 10), (new DateOnly(2026, 3, 1), 0, 9)]);
    }

    [Fact]
    public void OpacityGap_List_IsTenNamedInBothLanguages()
    {
        OpacityGap.All.Count.ShouldBe(10);
        OpacityGap.All.Select(g => g.Code).ShouldBeUnique();
        OpacityGap.All.ShouldAllBe(g => g.Name.Chinese.Any(c => c >= '\u4e00'));
        foreach (var kind in DebtKinds.All) DebtKinds.NameOf(kind).Chinese.Any(c => c >= '\u4e00').ShouldBeTrue();
    }

    private static Entity Lender(string id, EntityKind kind, string segment) => new() { Id = id, Name = Bilingual.Same(id), Kind = kind, Segment = segment };

    private static Observation Gap(string name, double exists) => ExampleFacts.At("cloud", FirmConcepts.OpacityGap, "2025-12-31", exists, Unit.Ratio, name);

    private static Observation Told(string kind, double amount, string published) =>
        ExampleFacts.Over(SectorDebt.Entity, SectorDebt.Issued, "2025-01-01", "2025-12-31", amount, Unit.UsDollar) with { Dimension = kind, PublishedAt = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture) };
}
