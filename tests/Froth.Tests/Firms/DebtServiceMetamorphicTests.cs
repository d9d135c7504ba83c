using CsCheck;
using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Tests.Firms;

/// <summary>What must hold between two firms that differ in one thing. Whole amounts, so that ties are exact.</summary>
public sealed class DebtServiceMetamorphicTests
{
    private static readonly Gen<(int Operating, int Paid, int Principal, int Capitalised, bool Inside)> AnyFirm =
        Gen.Select(Gen.Int[-60, 200], Gen.Int[0, 80], Gen.Int[0, 400], Gen.Int[0, 30], Gen.Bool);

    private static readonly string[][] Terms =
    [
        [Concepts.OperatingCashFlow], [FirmConcepts.InterestPaid, FirmConcepts.InterestExpense],
        [FirmConcepts.DebtDueYear1, FirmConcepts.DebtCurrent, FirmConcepts.DebtTotal], [FirmConcepts.InterestInOperatingCashFlow],
    ];

    private static readonly string[] LensInputs =
        [Concepts.OperatingIncome, Concepts.NetIncome, FirmConcepts.IncomeTax, FirmConcepts.AdjustedEbitda, FirmConcepts.InterestExpense, FirmConcepts.DebtCurrent,
            Concepts.CapitalExpenditure, Concepts.OperatingCashFlow];

    [Fact]
    public void Class_CurrencyScaled_ChangesNothing() => AnyFirm.Sample(firm =>
    {
        var facts = Steady(firm);
        var scaled = facts.Select(o => o.Unit.IsMoney ? o with { Value = o.Value * 8, Unit = Unit.Parse("HKD") } : o);
        foreach (var window in Enum.GetValues<DebtServiceWindow>())
        {
            var (one, other) = (Accounts.Service(facts, window), Accounts.Service(scaled, window));
            other.Class.ShouldBe(one.Class);
            other.DebtServiceCover.ShouldBe(one.DebtServiceCover, 1e-12);
            other.InvestmentCover.ShouldBe(one.InvestmentCover, 1e-12);
            // Its inverse, because without a gap it never ends.
            (1 / other.RunwayMonths).ShouldBe(1 / one.RunwayMonths, 1e-12);
        }
    }, iter: 60);

    [Fact]
    public void Class_MoreCash_IsNeverWorse() => Gen.Select(AnyFirm, Gen.Int[0, 300]).Sample((firm, more) =>
        NotWorse(Class(firm with { Operating = firm.Operating + more }), Class(firm)), iter: 80);

    [Fact]
    public void Class_MorePayments_AreNeverBetter() => Gen.Select(AnyFirm, Gen.Int[0, 300], Gen.Int[0, 2]).Sample((firm, more, which) =>
        NotWorse(Class(firm), Class(which switch
        {
            0 => firm with { Principal = firm.Principal + more },
            1 => firm with { Capitalised = firm.Capitalised + more },
            // Interest inside cash from operations is paid from it already: more of it lowers that cash by as much.
            _ => firm with { Paid = firm.Paid + more, Operating = firm.Operating - (firm.Inside ? more : 0) },
        })), iter: 80);

    [Fact]
    public void Class_AllOfOneTermTakenAway_NeverLooksSafer() => AnyFirm.Sample(firm =>
    {
        var facts = Steady(firm);
        var known = Accounts.Service(facts);
        foreach (var term in Terms)
        {
            List<Observation> left = [.. facts.Where(o => !term.Contains(o.Concept)), .. Accounts.Each(Concepts.Revenue, 1)];
            var service = Accounts.Service(left);
            if (service.Class == MinskyClass.Unknown) service.Why.ShouldNotBeNull();
            else service.Class.ShouldBe(known.Class, $"without {term[0]}");
        }
    }, iter: 40);

    [Fact]
    public void Lenses_OneInputTakenAway_NeverLookSafer() => Gen.Select(AnyFirm, Gen.Int[-100, 200]).Sample((firm, income) =>
    {
        List<Observation> facts =
        [
            .. Steady(firm), .. Accounts.Each(Concepts.OperatingIncome, income), .. Accounts.Each(Concepts.NetIncome, income - 10), .. Accounts.Each(FirmConcepts.IncomeTax, 3),
            .. Accounts.Each(FirmConcepts.AdjustedEbitda, income + 50), .. Accounts.Each(Concepts.Revenue, 1),
        ];
        var known = Accounts.Financing(facts);
        foreach (var concept in LensInputs)
        {
            var without = Accounts.Financing(facts.Where(o => o.Concept != concept));
            for (var i = 0; i < known.Lenses.Count; i++)
            {
                if (!known.Lenses[i].Decides || !without.Lenses[i].Decides) continue;
                ((int)without.Lenses[i].Class).ShouldBeGreaterThanOrEqualTo((int)known.Lenses[i].Class, $"{known.Lenses[i].Lens.Id} without {concept}");
            }
        }
    }, iter: 25);

    private static List<Observation> Steady((int Operating, int Paid, int Principal, int Capitalised, bool Inside) firm)
    {
        var facts = Accounts.Steady(firm.Operating, firm.Paid, firm.Principal, firm.Capitalised, 50, firm.Inside);
        facts.AddRange([.. Accounts.Each(FirmConcepts.InterestExpense, firm.Paid), .. Accounts.EachEnd(FirmConcepts.Cash, 40)]);
        return facts;
    }

    private static MinskyClass Class((int Operating, int Paid, int Principal, int Capitalised, bool Inside) firm) => Accounts.Service(Steady(firm)).Class;

    private static void NotWorse(MinskyClass better, MinskyClass worse)
    {
        better.ShouldNotBe(MinskyClass.Unknown);
        Rank(better).ShouldBeLessThanOrEqualTo(Rank(worse), $"{better} against {worse}");
    }

    // P and E stand side by side: neither is the safer.
    private static int Rank(MinskyClass value) => Math.Min((int)value, (int)MinskyClass.Ponzi);
}
