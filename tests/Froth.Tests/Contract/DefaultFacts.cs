using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Indicators;
using Froth.Core.Time;
using Froth.Data.DefaultData;
using Froth.Data.Stores;

namespace Froth.Tests.Contract;

/// <summary>The shipped data set, read through a real store once, and cut as a test wants it.</summary>
internal static class DefaultFacts
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Lazy<FactBatch> Batch = new(Read);

    // What filings tell, as the indicators see it; the resolver's own tests show that a cut changes nothing that was published before it.
    private static readonly Lazy<IReadOnlyList<Observation>> Observations = new(() => [.. Batch.Value.Observations, .. ConceptResolver.Shipped.Resolve(Batch.Value.FiledFacts)]);

    /// <summary>Everything known on a fixed day.</summary>
    public static FactSet Now { get; } = At(Vintage.At(Today));

    public static FactSet At(Vintage vintage) => FactSet.Cut(vintage, Batch.Value.Observations, Batch.Value.Flows, Batch.Value.Entities, Batch.Value.FiledFacts);

    /// <summary>Only the facts that pass, at the fixed day.</summary>
    public static FactSet Where(Func<Fact, bool> keep) => FactSet.Cut(
        Vintage.At(Today), Observations.Value.Where(o => keep(o)), Batch.Value.Flows.Where(f => keep(f)), Batch.Value.Entities);

    /// <summary>Every amount of money and every price times a factor; exchange rates are ratios and stay.</summary>
    public static FactSet Scaled(decimal factor) => FactSet.Cut(
        Vintage.At(Today),
        Observations.Value.Select(o => IsMoney(o) ? o with { Value = o.Value * factor } : o),
        Batch.Value.Flows.Select(f => f with { Value = f.Value * factor }),
        Batch.Value.Entities);

    private static bool IsMoney(Observation o) => o.Entity != "fx" && (o.Unit.Kind is UnitKind.Money or UnitKind.Price || IsIndexMoney(o));

    // The index file tells prices and earnings of the S&P 500 in index points, which are money to every formula that uses them.
    private static bool IsIndexMoney(Observation o) =>
        o is { Entity: "sp500", Concept: Concepts.Price or Concepts.Earnings or Concepts.RealPrice or Concepts.RealEarnings or "dividends" };

    private static FactBatch Read()
    {
        var folder = Directory.CreateTempSubdirectory("froth-tests-").FullName;
        try
        {
            using var store = new DuckDbStore(Path.Combine(folder, "froth.duckdb"));
            new DefaultDataSet(Repository.Path("data")).EnsureLoaded(store);
            return store.Read(new FactQuery(new Vintage(Today, DateTimeOffset.MaxValue)) { FiledTags = [] });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
