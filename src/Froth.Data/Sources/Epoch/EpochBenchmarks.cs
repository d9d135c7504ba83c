using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Scores in the test GPQA Diamond, as Epoch AI itself ran it. The score describes the model as released and became known with the run.
/// </summary>
internal sealed class EpochGpqa : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-gpqa-diamond",
        """
        * Model version
        * mean_score
        ! Best score (across scorers)
        ! Release date
        * stderr
        ! Started at
        ! id
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Name(table, "Model version") is not { } model || context.Past(table, "Started at") is not { } run) continue;
            var best = table["Best score (across scorers)"];
            var basic = new ToldObservation
            {
                Entity = Organisations.Sector, Concept = "gpqa-diamond-score", Dimension = model, Unit = Unit.Ratio, Grade = Grade.ThirdParty, Published = run,
                End = DayText.Read(table["Release date"]) is { } released && released <= run ? released : run,
                Source = context.Source("epoch-benchmarks", "AI Benchmarking Hub", "https://epoch.ai/benchmarks", table.Locator),
                Note = best == table["mean_score"] ? "" : $"best of several ways to read the answers; mean {table["mean_score"]}",
            };
            if (context.Number(table, "Best score (across scorers)", 0) is not { } score) continue;
            if (score is < 0 or > 1)
            {
                table.Refuse(context.Sink, "Best score (across scorers)", $"the score {best} is not a share between 0 and 1");
                continue;
            }

            (basic with { Value = score }).To(context.Sink, table.Locator);
            context.Tell(table, "stderr", 0, basic with { Concept = "gpqa-diamond-standard-error", Note = "" });
        }
    }
}

/// <summary>
/// Epoch AI's capabilities index. Every score moves when the index is fitted anew, so that all of them count as public from the day of
/// recording.
/// </summary>
internal sealed class EpochCapabilities : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-capabilities-index",
        """
        * Model version
        * ECI Score
        ! Release date
        ? Model name
        ? Display name
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (table["ECI Score"].Length == 0) continue;
            if (context.Name(table, "Model version") is not { } model || context.Past(table, "Release date") is not { } released) continue;
            context.Tell(table, "ECI Score", 0, new ToldObservation
            {
                Entity = Organisations.Sector, Concept = "epoch-capabilities-index", Dimension = model, End = released, Unit = Unit.Index,
                Grade = Grade.ThirdParty, Published = context.Recorded,
                Source = context.Source("epoch-benchmarks", "AI Benchmarking Hub", "https://epoch.ai/benchmarks", table.Locator),
                Note = table["Display name"].Length > 0 ? table["Display name"] : table["Model name"],
            });
        }
    }
}
