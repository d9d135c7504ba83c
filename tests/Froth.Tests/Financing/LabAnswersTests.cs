using Froth.Core.Financing;

namespace Froth.Tests.Financing;

/// <summary>The decision table of labs over every combination of its answers.</summary>
public sealed class LabAnswersTests
{
    private static readonly bool?[] Answers = [true, false, null];

    // Each question that has a better and a worse answer, and how to answer it.
    private static readonly (string Name, Func<LabAnswers, bool?, LabAnswers> With)[] Ordered =
    [
        ("covers cost", (a, v) => a with { CoversCost = v }), ("covers running cost", (a, v) => a with { CoversRunning = v }),
        ("covers commitments", (a, v) => a with { CoversCommitments = v }), ("financing within compute", (a, v) => a with { FinancingWithinCompute = v }),
        ("year of cash", (a, v) => a with { HasYearOfCash = v }), ("needs no round", (a, v) => a with { NeedsNoRound = v }),
    ];

    [Fact]
    public void Classify_EveryCombination_GivesOneTypeThatIsPossible()
    {
        All().Count().ShouldBe(4374);
        foreach (var answers in All())
        {
            var (type, range) = (answers.Classify(), answers.Range());
            range.ShouldNotBeEmpty();
            range.ShouldNotContain(LabFinancingType.Unknown);
            if (type == LabFinancingType.Unknown) range.Count.ShouldBeGreaterThan(1, $"{answers}: unknown though only one type is possible");
            else range.ShouldContain(type, $"{answers}");
        }
    }

    [Fact]
    public void Classify_EverythingKnown_IsTheTableOfTheMethods()
    {
        var known = All().Where(a => a is { CoversCost: not null, HasDebt: not null, CoversRunning: not null, CoversCommitments: not null, FinancingWithinCompute: not null, HasYearOfCash: not null, NeedsNoRound: not null }).ToList();
        known.Count.ShouldBe(256);
        foreach (var a in known)
        {
            var isPonzi = a.CoversRunning == false && (!a.TellsRecurringRevenue || a.HasYearOfCash == false || a.NeedsNoRound == false);
            var isWithinCompute = a is { FinancingWithinCompute: true, HasYearOfCash: true };
            var expected = (a.CoversCost & a.CoversRunning) == true
                ? a.CoversCommitments == true ? LabFinancingType.Hedge : LabFinancingType.Speculative
                : a.HasDebt == false ? LabFinancingType.EquityDependent
                : isPonzi && !isWithinCompute ? LabFinancingType.Ponzi : LabFinancingType.Speculative;
            a.Classify().ShouldBe(expected, $"{a}");
            a.Range().ShouldBe([expected], $"{a}");
        }
    }

    [Fact]
    public void Classify_AWorseAnswer_NeverGivesASaferType()
    {
        var compared = 0;
        foreach (var answers in All())
        {
            foreach (var (name, with) in Ordered)
            {
                var (good, unknown, bad) = (with(answers, true).Classify(), with(answers, null).Classify(), with(answers, false).Classify());
                if (IsKnown(good) && IsKnown(bad)) Rank(bad).ShouldBeGreaterThanOrEqualTo(Rank(good), $"{name}: {answers}");
                if (IsKnown(good) && IsKnown(unknown)) Rank(unknown).ShouldBeGreaterThanOrEqualTo(Rank(good), $"{name} unknown: {answers}");
                compared++;
            }

            var (silent, told) = ((answers with { TellsRecurringRevenue = false }).Classify(), (answers with { TellsRecurringRevenue = true }).Classify());
            if (IsKnown(silent) && IsKnown(told)) Rank(silent).ShouldBeGreaterThanOrEqualTo(Rank(told), $"recurring revenue: {answers}");
        }

        compared.ShouldBe(4374 * 6);
    }

    [Theory]
    [InlineData(1.3, 1.1, double.NaN, double.NaN, double.NaN, false, LabFinancingType.Speculative)]
    [InlineData(0.6, 0.4, 0.9, 24, 1e9, true, LabFinancingType.Speculative)]
    [InlineData(0.6, 0.4, 0.9, 12, 0, true, LabFinancingType.Speculative)]
    [InlineData(0.6, 0.4, 0.9, 24, double.NaN, true, LabFinancingType.Ponzi)]
    [InlineData(0.6, 0.4, 0.9, 24, -1, true, LabFinancingType.Ponzi)]
    [InlineData(0.6, 0.4, 0.9, 24, 1e9, false, LabFinancingType.Ponzi)]
    [InlineData(0.6, 0.4, 0.9, double.NaN, double.NaN, true, LabFinancingType.Ponzi)]
    [InlineData(double.NaN, double.NaN, 0.9, 5, double.NaN, true, LabFinancingType.Ponzi)]
    [InlineData(1.2, 0.9, double.NaN, 5, double.NaN, true, LabFinancingType.Unknown)]
    public void Position_WithDebt_ClosesTheGaps(double most, double least, double runningMost, double runway, double left, bool recurring, LabFinancingType expected) =>
        new LabPosition { CoverAtMost = most, CoverAtLeast = least, RunningCoverAtMost = runningMost, RunwayMonths = runway, LeftAfterYear = left, TellsRecurringRevenue = recurring, HasDebt = true }
            .Classify().ShouldBe(expected);

    [Fact]
    public void Range_OfWhatIsOpen_RunsFromTheSafestToTheWorst()
    {
        new LabPosition().Range().ShouldBe([LabFinancingType.Hedge, LabFinancingType.Speculative, LabFinancingType.Ponzi, LabFinancingType.EquityDependent]);
        new LabPosition { CoverAtMost = 1.2, CoverAtLeast = 1.1 }.Range().ShouldBe([LabFinancingType.Hedge, LabFinancingType.Speculative]);
        new LabPosition { CoverAtMost = 0.6, HasDebt = true }.Range().ShouldBe([LabFinancingType.Speculative, LabFinancingType.Ponzi]);
        new LabPosition { CoverAtMost = 0.6, HasDebt = false }.Range().ShouldBe([LabFinancingType.EquityDependent]);
    }

    private static bool IsKnown(LabFinancingType type) => type != LabFinancingType.Unknown;

    private static int Rank(LabFinancingType type) => type switch { LabFinancingType.Hedge => 0, LabFinancingType.Speculative => 1, _ => 2 };

    private static IEnumerable<LabAnswers> All() =>
        from cost in Answers
        from debt in Answers
        from running in Answers
        from commitments in Answers
        from compute in Answers
        from cash in Answers
        from round in Answers
        from recurring in new[] { true, false }
        select new LabAnswers
        {
            CoversCost = cost, HasDebt = debt, CoversRunning = running, CoversCommitments = commitments,
            FinancingWithinCompute = compute, HasYearOfCash = cash, NeedsNoRound = round, TellsRecurringRevenue = recurring,
        };
}
