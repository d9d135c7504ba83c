using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Firms;

public sealed class ClassMigrationTests
{
    private static readonly DateOnly End = new(2024, 12, 31);

    // a falls from H to S at the end of 2023 and stays; b is P through 2022 and then falls silent.
    private static IEnumerable<Fact> TwoFirms =>
    [
        .. FirmAccounts.Years("a", (2022, FirmAccounts.Hedge), (2023, FirmAccounts.Speculative), (2024, FirmAccounts.Speculative)),
        .. FirmAccounts.Years("b", (2022, FirmAccounts.Ponzi)),
    ];

    [Fact]
    public void Moves_ByYear_DoNotOverlapAndKeepTheEndOfData() =>
        Told(Migration(TwoFirms).Moves(4, End)).ShouldBe(["a 2022 HS", "b 2022 PU", "a 2023 SS"], ignoreOrder: true);

    [Fact]
    public void Moves_ByQuarter_CountEveryStepAndTheSilenceOnce()
    {
        var moves = Migration(TwoFirms).Moves(1, End);
        Letters(moves, "a").ShouldBe(["HH", "HH", "HH", "HS", "SS", "SS", "SS", "SS"]);
        // Accounts of 31 December still speak on 30 September, 273 days later, and not on 31 December.
        Letters(moves, "b").ShouldBe(["PP", "PP", "PP", "PU"]);
        moves.Single(m => m.To.State == MigrationState.Unknown).To.Why!.Value.English.ShouldContain("2022-12-31");
    }

    [Fact]
    public void Moves_UpToADay_AreThoseThatEndedByThen()
    {
        var migration = Migration(TwoFirms);
        migration.Moves(1, new DateOnly(2023, 12, 30)).ShouldAllBe(m => m.To.Day <= new DateOnly(2023, 9, 30));
        migration.Moves(1, End, steps: 1).ShouldAllBe(m => m.From.Day == new DateOnly(2024, 9, 30));
        Should.Throw<ArgumentException>(() => migration.Moves(2, End)).ParamName.ShouldBe("horizon");
    }

    [Fact]
    public void Moves_Default_EndsInDefaultOnceItIsPublishedAndForGood()
    {
        var exit = FirmAccounts.Exit("b", "2023-02-15", "default");
        Letters(Migration([.. TwoFirms, exit]).Moves(1, End), "b").ShouldBe(["PD"]);
        Letters(Migration([.. TwoFirms, exit with { PublishedAt = new DateOnly(2023, 5, 15) }]).Moves(1, End), "b").ShouldBe(["PP", "PD"]);
    }

    [Fact]
    public void Moves_Listing_EndsTheStepAndTheFirmBeginsAnew() =>
        Letters(Migration([.. TwoFirms, FirmAccounts.Exit("b", "2023-02-15", "listed")]).Moves(1, End), "b").ShouldBe(["PL", "PP", "PP", "PU"]);

    [Fact]
    public void Moves_UnknownAtTheStart_IsNoRowAndNoMove() =>
        Letters(Migration(FirmAccounts.Years("c", (2022, FirmAccounts.Hedge), (2024, FirmAccounts.Hedge))).Moves(4, End), "c").ShouldBe(["HU"]);

    [Fact]
    public void Moves_LaterRestatement_ChangesNoEarlierSnapshot()
    {
        var restated = ExampleFacts.Over("a", Concepts.OperatingCashFlow, "2022-01-01", "2022-12-31", FirmAccounts.Ponzi, Unit.UsDollar) with { PublishedAt = new DateOnly(2024, 6, 30) };
        Letters(Migration([.. TwoFirms, restated]).Moves(1, End), "a").Take(4).ShouldBe(["HH", "HH", "HH", "HS"]);
    }

    [Theory]
    [InlineData(MigrationState.Hedge, MigrationState.Speculative, 1)]
    [InlineData(MigrationState.Speculative, MigrationState.EquityDependent, 1)]
    [InlineData(MigrationState.EquityDependent, MigrationState.Default, 1)]
    [InlineData(MigrationState.Ponzi, MigrationState.EquityDependent, 0)]
    [InlineData(MigrationState.EquityDependent, MigrationState.Ponzi, 0)]
    [InlineData(MigrationState.Ponzi, MigrationState.Hedge, -1)]
    [InlineData(MigrationState.Hedge, MigrationState.Unknown, 0)]
    [InlineData(MigrationState.Hedge, MigrationState.Acquired, 0)]
    public void Direction_OfAMove_FollowsSafety(MigrationState from, MigrationState to, int expected) => MigrationStates.Direction(from, to).ShouldBe(expected);

    [Fact]
    public void Table_WeighedByAssets_LeavesOtherCurrenciesOutAndSaysSo()
    {
        var table = MigrationTable.Of(Migration(
        [
            .. TwoFirms, .. FirmAccounts.Years("d", (2022, FirmAccounts.Hedge), (2023, FirmAccounts.Hedge), (2024, FirmAccounts.Hedge)),
            FirmAccounts.Instant("a", FirmConcepts.Assets, "2022-12-31", 300), FirmAccounts.Instant("d", FirmConcepts.Assets, "2022-12-31", 100),
            FirmAccounts.Instant("b", FirmConcepts.Assets, "2022-12-31", 900, "CNY"),
        ]), 4, MigrationWeight.Assets, new DateOnly(2023, 12, 31));
        table.Currency.ShouldBe(Unit.UsDollar);
        table.LeftOut.Select(m => m.Firm).ShouldBe(["b"]);
        table.Moves.Select(m => m.Firm).ShouldBe(["a", "d"]);
        // Weights 1.5 and 0.5: (1.5 + 0.5)² / (1.5² + 0.5²) = 4 / 2.5.
        table.Matrix.Rows[0].Effective.ShouldBe(1.6, 1e-12);
    }

    [Fact]
    public void Table_Counted_TellsSharesOfTheLastSnapshotWithPAndEApart()
    {
        var shares = MigrationTable.Of(Migration(
        [
            .. TwoFirms, .. FirmAccounts.Years("p", (2024, FirmAccounts.Ponzi)), .. FirmAccounts.WithoutDebt("e", (2024, -5)),
        ]), 1, MigrationWeight.Count, End).Latest!;
        (shares.Firms, shares.Unknown).ShouldBe((3, 1));
        shares.Shares[(int)MigrationState.Ponzi].ShouldBe(1 / 3.0, 1e-12);
        shares.Shares[(int)MigrationState.EquityDependent].ShouldBe(1 / 3.0, 1e-12);
        shares.PonziAndEquity.ShouldBe(2 / 3.0, 1e-12);
    }

    private static ClassMigration Migration(IEnumerable<Fact> facts) => ClassMigration.Of(FirmAccounts.Inputs(facts, ClassMigration.Inputs));

    private static IEnumerable<string> Told(IEnumerable<MigrationMove> moves) => moves.Select(m => $"{m.Firm} {m.From.Day.Year} {Pair(m)}");

    private static string[] Letters(IEnumerable<MigrationMove> moves, string firm) => [.. moves.Where(m => m.Firm == firm).Select(Pair)];

    private static string Pair(MigrationMove move) => MigrationStates.LetterOf(move.From.State) + MigrationStates.LetterOf(move.To.State);
}
