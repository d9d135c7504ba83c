using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>One of Epoch AI's tables: how it is known, and what its rows say.</summary>
internal abstract class EpochTable
{
    /// <summary>Every table, in the order in which a header is tried: what knows more of a header comes first.</summary>
    public static IReadOnlyList<EpochTable> All { get; } =
    [
        new EpochModels(), new EpochRounds(), new EpochRevenue(), new EpochComputeSpend(), new EpochStaff(), new EpochUsage(), new EpochClusters(),
        new EpochChips(), new EpochSites(), new EpochNvidiaQuarters(), new EpochBroadcomQuarters(), new EpochChipPrices(), new EpochHardwarePrices(),
        new EpochGpqa(), new EpochCapabilities(), new EpochTrainingCosts(),
    ];

    /// <summary>The columns by which the table is known and read.</summary>
    public abstract TableShape Shape { get; }

    /// <summary>The table with that header, or null.</summary>
    public static EpochTable? Knowing(IReadOnlyList<string> header) => All.FirstOrDefault(t => t.Shape.Knows(header));

    /// <summary>Reads the rows.</summary>
    public abstract void Parse(HeadedTable table, EpochContext context);
}
