using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Notable and large-scale models: compute, parameters, data and cost of training. The dimension is the model; the day is the model's
/// publication, and what was estimated about it counts as public from the day the file was recorded.
/// </summary>
internal sealed class EpochModels : EpochTable
{
    private const int ToTeraOperations = -12;

    public override TableShape Shape { get; } = new("epoch-models",
        """
        * Model | System
        * Publication date
        ! Organization
        * Training compute (FLOP)
        ! Parameters
        ! Confidence
        ? Domain
        ? Training dataset size (gradients) | Training dataset size (datapoints) | Training dataset size (total)
        ? Finetune compute (FLOP)
        ? Training compute cost (2023 USD)
        ? Training compute cost (cloud)
        ? Training compute cost (upfront)
        ? Hardware acquisition cost
        ? Frontier model
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        var zeros = 0;
        while (table.Next(context.Sink))
        {
            if (context.Name(table, "Model") is not { } model || context.Past(table, "Publication date") is not { } day) continue;
            var basic = Basic(table, context, model, day);
            context.Tell(table, "Training compute (FLOP)", ToTeraOperations, basic with { Concept = "training-compute", Unit = Unit.TeraOperations });
            context.Tell(table, "Finetune compute (FLOP)", ToTeraOperations, basic with { Concept = "finetune-compute", Unit = Unit.TeraOperations });
            context.Tell(table, "Parameters", 0, basic with { Concept = "model-parameters" });

            // The column counts tokens for models of language alone; for pictures, moves of a game and the like it counts other things.
            var concept = table["Domain"] == "Language" ? "training-tokens" : "training-datapoints";
            context.Tell(table, "Training dataset size (gradients)", 0, basic with { Concept = concept });
            zeros += Costs(table, context, basic with { Unit = Unit.UsDollar });
        }

        if (zeros > 0)
            context.Sink.Refuse("whole file", "Hardware acquisition cost", $"{zeros} costs of zero stand for an unknown cost and were left out", []);
    }

    private static ToldObservation Basic(HeadedTable table, EpochContext context, string model, DateOnly day)
    {
        var (entity, by) = context.Organisations.First(table["Organization"], day, table.Locator);
        var confidence = table["Confidence"];
        return new ToldObservation
        {
            Entity = entity ?? Organisations.Sector, Concept = "", Dimension = model, End = day, Unit = Unit.Count, Grade = EpochContext.OfModel(confidence),
            Published = context.Recorded,
            Source = context.Source("epoch-ai-models", "Data on AI models", "https://epoch.ai/data/ai-models", table.Locator),
            Note = ToldObservation.Notes(by, $"Epoch AI confidence: {(confidence.Length == 0 ? "not told" : confidence)}"),
        };
    }

    private static int Costs(HeadedTable table, EpochContext context, ToldObservation basic)
    {
        var zeros = 0;
        foreach (var (column, concept, note) in ((string, string, string)[])
        [
            ("Training compute cost (2023 USD)", "training-cost", "in US dollars of 2023"),
            ("Training compute cost (cloud)", "training-cost-cloud", "at cloud prices"),
            ("Training compute cost (upfront)", "training-cost-upfront", "price of the machines"),
            ("Hardware acquisition cost", "training-hardware-acquisition-cost", ""),
        ])
        {
            if (context.Number(table, column, 0) is not { } value) continue;
            if (value == 0) zeros++;
            else (basic with { Concept = concept, Value = value, Note = ToldObservation.Notes(basic.Note, note) }).To(context.Sink, table.Locator);
        }

        return zeros;
    }
}
