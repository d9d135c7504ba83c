using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Funding rounds. Money raised, debt raised and the valuation are separate concepts; a round still under discussion has concepts of its
/// own, so that no total takes it for money that came. The dimension is <c>name of the round:type</c>.
/// </summary>
internal sealed class EpochRounds : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-funding-rounds",
        """
        ! Id
        ! Company
        * Close date
        ! Status
        * Funding (equity)
        ! Funding (debt)
        * Valuation (post-money)
        ! Report date
        ! Type
        ! Confidence
        ? Source type
        ? Exclude from graph view
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink)) Round(table, context);
    }

    private static void Round(HeadedTable table, EpochContext context)
    {
        if (context.Name(table, "Id") is not { } id) return;
        if (table["Exclude from graph view"].Equals("TRUE", StringComparison.OrdinalIgnoreCase))
        {
            table.Refuse(context.Sink, "Exclude from graph view", "Epoch AI itself leaves this round out of its graphs, as a part or a repetition of another");
            return;
        }

        var closed = table["Status"] == "Closed";
        if (!closed && table["Status"] != "Late discussions")
        {
            table.Refuse(context.Sink, "Status", $"'{table["Status"]}' is not a known state of a round; known: Closed, Late discussions");
            return;
        }

        if (context.Day(table, closed ? "Close date" : "Report date") is not { } day || context.Company(table, "Company", day) is not { } company) return;
        if (TypeOf(table["Type"]) is not { } type)
        {
            table.Refuse(context.Sink, "Type", $"'{table["Type"]}' does not tell whether the firm or earlier holders got the money");
            return;
        }

        var (published, slip) = context.Published(table["Report date"], day);
        var basic = new ToldObservation
        {
            Entity = company, Concept = "", Dimension = $"{id}:{type}", End = day, Unit = Unit.UsDollar, Published = published,
            Grade = EpochContext.OfReport(table["Source type"], table["Confidence"]),
            Source = context.Source("epoch-ai-companies", "Data on AI companies", "https://epoch.ai/data/ai-companies", table.Locator),
            Note = ToldObservation.Notes($"Epoch AI round '{id}'", $"confidence: {table["Confidence"]}", table["Type"], closed ? "" : "under discussion", slip),
        };
        var ending = closed ? "" : "-discussed";
        Money(table, context, "Funding (equity)", basic with { Concept = "round-amount" + ending });
        Money(table, context, "Funding (debt)", basic with { Concept = "round-debt" + ending, Dimension = $"{id}:debt-part" });
        Money(table, context, "Valuation (post-money)", basic with { Concept = "post-money-valuation" + ending });
    }

    // A zero says that this part did not exist (a round of debt alone), which an absent row says as well.
    private static void Money(HeadedTable table, EpochContext context, string column, ToldObservation basic)
    {
        if (context.Number(table, column, 0) is not { } value || value == 0) return;
        (basic with { Value = value }).To(context.Sink, table.Locator);
    }

    private static string? TypeOf(string type) => type.Split(',')[0].Trim() switch
    {
        "Primary" => "primary",
        "Secondary" => "secondary",
        _ => null,
    };
}
