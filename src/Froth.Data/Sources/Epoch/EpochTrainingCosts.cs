using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Costs of training by three methods, from the study of training-cost trends. The file tells neither day nor maker of a model, so the
/// rows stand at the day of recording: what was then held to have been the cost.
/// </summary>
internal sealed class EpochTrainingCosts : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-training-costs",
        """
        * Model
        * Cloud_Cost | Cost
        ? Hardware_Acquisition_Cost
        ? Hardware_Capex_Energy_Cost
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Name(table, "Model") is not { } model) continue;
            var basic = new ToldObservation
            {
                Entity = Organisations.Sector, Concept = "", Dimension = model, End = context.Recorded, Unit = Unit.UsDollar, Grade = Grade.Estimated, Published = context.Recorded,
                Source = context.Source("epoch-training-cost-trends", "Training cost trends", "https://github.com/epoch-research/training-cost-trends", table.Locator),
                Note = "the file tells no day of training; the day is that of recording",
            };

            // A file with one column of costs does not say by which method, so its figures are kept apart.
            var single = !table.Has("Hardware_Capex_Energy_Cost");
            context.Tell(table, "Cloud_Cost", 0, basic with { Concept = single ? "training-cost-trend" : "training-cost-trend-cloud" });
            context.Tell(table, "Hardware_Acquisition_Cost", 0, basic with { Concept = "training-cost-trend-acquisition" });
            context.Tell(table, "Hardware_Capex_Energy_Cost", 0, basic with { Concept = "training-cost-trend-amortised" });
        }
    }
}
