using Froth.Core.Filings;

namespace Froth.Tests.Filings;

public sealed class StockSplitsTests
{
    private static readonly FiledFact[] TenForOne =
    [
        Filed.Fact("CommonStockSharesOutstanding", null, "2024-01-28", 2_464, "2024-02-21", "10-K", "shares"),
        Filed.Fact("StockholdersEquityNoteStockSplitConversionRatio1", null, "2024-05-31", 10, "2024-08-28", "10-Q", "pure"),
        Filed.Fact("EarningsPerShareDiluted", "2023-01-30", "2024-01-28", 11.93m, "2024-02-21", "10-K", "USD/shares"),
        Filed.Fact("EarningsPerShareDiluted", "2023-01-30", "2024-01-28", 1.19m, "2025-02-26", "10-K", "USD/shares"),
        Filed.Fact("CommonStockSharesOutstanding", null, "2024-01-28", 24_643, "2025-02-26", "10-K", "shares"),
        Filed.Fact("CommonStockSharesOutstanding", null, "2023-01-29", 2_466, "2023-02-24", "10-K", "shares"),
    ];

    [Fact]
    public void Find_RestatedSharesAndEarnings_ShowTheSplit()
    {
        var split = Filed.FirmOn("2025-12-31", TenForOne).Splits.ShouldHaveSingleItem();
        split.Ratio.ShouldBe(10);
        split.FirstRestated.ShouldBe(Filed.Day("2025-02-26"));
        Filed.FirmOn("2024-12-31", TenForOne).Splits.ShouldBeEmpty();
    }

    [Fact]
    public void AdjustedForSplits_OldFiling_IsMultipliedAndTheOriginalKept()
    {
        var firm = Filed.FirmOn("2025-12-31", TenForOne);
        firm.Of("shares-outstanding")[0].Value.ShouldBe(2_466);
        var adjusted = firm.AdjustedForSplits(ConceptMap.Shipped).Of("shares-outstanding");
        adjusted.Select(f => f.Value).ShouldBe([24_660, 24_643]);
        adjusted[0].Note.English.ShouldContain("2466");
    }

    [Fact]
    public void Find_OneRestatementThatHappensToDouble_IsNoSplit() => Filed.FirmOn("2025-12-31",
        Filed.Fact("EarningsPerShareDiluted", "2023-01-01", "2023-12-31", 2.00m, "2024-02-01", "10-K", "USD/shares"),
        Filed.Fact("EarningsPerShareDiluted", "2023-01-01", "2023-12-31", 4.00m, "2025-02-01", "10-K", "USD/shares")).Splits.ShouldBeEmpty();
}
