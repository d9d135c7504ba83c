using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>Spending on compute. Money that leaves the firm is negative, as everywhere in the default data.</summary>
internal sealed class EpochComputeSpend : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-compute-spend",
        """
        ! Id
        ! Company
        ! Amount
        * Category
        * Period type
        ! Date
        ! Report date
        ! Confidence
        ! Source Type
        * Total compute spend
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Date") is not { } day || context.Company(table, "Company", day) is not { } company) continue;
            if (ConceptOf(table["Category"]) is not { } concept)
            {
                table.Refuse(context.Sink, "Category", $"'{table["Category"]}' names neither research nor inference");
                continue;
            }

            if (table["Period type"] is not ("Year" or "Annualized"))
            {
                table.Refuse(context.Sink, "Period type", $"'{table["Period type"]}' is not a known period; known: Year, Annualized");
                continue;
            }

            if (context.Number(table, "Amount", 0) is { } amount) (Spend(table, context, company, concept, day) with { Value = -amount }).To(context.Sink, table.Locator);
        }
    }

    private static ToldObservation Spend(HeadedTable table, EpochContext context, string company, string concept, DateOnly day)
    {
        var year = table["Period type"] == "Year";
        var early = year && EpochContext.IsEarly(table["Report date"], day);
        var (published, slip) = context.Published(table["Report date"], day);
        var grade = EpochContext.OfReport(table["Source Type"], table["Confidence"]);
        return new ToldObservation
        {
            Entity = company, Concept = concept, Start = year ? day.AddDays(1).AddYears(-1) : null, End = day, Unit = Unit.UsDollar, Published = published,
            Grade = early && grade != Grade.Unconfirmed ? Grade.Estimated : grade,
            Source = context.Source("epoch-ai-companies", "Data on AI companies", "https://epoch.ai/data/ai-companies", table.Locator),
            Note = ToldObservation.Notes($"{table["Category"]} ({table["Period type"]})", $"Epoch AI confidence: {table["Confidence"]}",
                early ? "reported before the period ended" : "", slip),
        };
    }

    private static string? ConceptOf(string category)
    {
        var (research, inference) = (category.Contains("R&D", StringComparison.Ordinal), category.Contains("Inference", StringComparison.Ordinal));
        return research && inference ? "compute-spend-total" : research ? "compute-spend-training" : inference ? "compute-spend-inference" : null;
    }
}
