using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// NVIDIA's data-centre revenue by quarter, which no undimensioned tag carries. Public from the day of the report that covers the
/// quarter, where the store knows that report; else from the day of recording.
/// </summary>
internal sealed class EpochNvidiaQuarters : EpochTable
{
    private const int Billions = 9;

    public override TableShape Shape { get; } = new("epoch-nvidia-quarters",
        """
        * Quarter
        ! Start Date
        ! End Date
        * total_revenue
        * dc_revenue
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Start Date") is not { } start || context.Past(table, "End Date") is not { } end) continue;
            if (context.Organisations.Find("NVIDIA", end, table.Locator) is not { } entity)
            {
                table.Refuse(context.Sink, "Quarter", "no entity is certain for NVIDIA; add it to an entities file");
                continue;
            }

            var filed = (context.Sink.FindFiling(entity, "10-Q", end) ?? context.Sink.FindFiling(entity, "10-K", end))?.Filed;
            context.Tell(table, "dc_revenue", Billions, new ToldObservation
            {
                Entity = entity, Concept = Concepts.DataCentreRevenue, Start = start, End = end, Unit = Unit.UsDollar, Grade = Grade.ThirdParty,
                Published = filed ?? context.Recorded,
                Source = context.Source("epoch-ai-chip-counts", "AI chip counts", "https://github.com/epoch-research/ai-chip-counts", table.Locator),
                Note = filed is null ? "report not in the store; day of recording used" : "",
            });
        }
    }
}

/// <summary>Broadcom's AI chip revenue by quarter, and Epoch AI's range for the part that is Google's TPUs.</summary>
internal sealed class EpochBroadcomQuarters : EpochTable
{
    private const int Billions = 9;

    public override TableShape Shape { get; } = new("epoch-broadcom-quarters",
        """
        * Quarter
        ! Start Date
        ! End Date
        * AI Semis Revenue (Billions)
        * TPU Revenue p5 (Billions)
        ! TPU Revenue p95 (Billions)
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Start Date") is not { } start || context.Past(table, "End Date") is not { } end) continue;
            if (context.Organisations.Find("Broadcom", end, table.Locator) is not { } entity)
            {
                table.Refuse(context.Sink, "Quarter", "no entity is certain for Broadcom; add it to an entities file");
                continue;
            }

            var basic = new ToldObservation
            {
                Entity = entity, Concept = "ai-semiconductor-revenue", Start = start, End = end, Unit = Unit.UsDollar, Grade = Grade.ThirdParty,
                Published = context.Recorded,
                Source = context.Source("epoch-ai-chip-counts", "AI chip counts", "https://github.com/epoch-research/ai-chip-counts", table.Locator),
            };
            context.Tell(table, "AI Semis Revenue (Billions)", Billions, basic);
            var (low, high) = (context.Number(table, "TPU Revenue p5 (Billions)", Billions), context.Number(table, "TPU Revenue p95 (Billions)", Billions));
            if (low is not null || high is not null)
                (basic with { Concept = "tpu-revenue", Low = low, High = high, Grade = Grade.Estimated, Note = "5 % and 95 % bounds" }).To(context.Sink, table.Locator);
        }
    }
}
