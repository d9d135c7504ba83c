using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>Staff of AI companies: the whole firm, its AI division, a division and contractors are four concepts.</summary>
internal sealed class EpochStaff : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-staff",
        """
        ! Id
        ! Company
        * Staff count
        ! Date
        ! Type
        * Division name
        ! Source type
        ! Confidence
        ? Report date
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Date") is not { } day || context.Company(table, "Company", day) is not { } company) continue;
            if (ConceptOf(table["Type"]) is not { } concept)
            {
                table.Refuse(context.Sink, "Type", $"'{table["Type"]}' does not tell whether the whole firm or a part is counted");
                continue;
            }

            var division = concept is "staff" ? "" : table["Division name"];
            if (division.Length > 0 && context.Name(table, "Division name") is null) continue;
            var (published, slip) = context.Published(table["Report date"], day);
            context.Tell(table, "Staff count", 0, new ToldObservation
            {
                Entity = company, Concept = concept, Dimension = division, End = day, Unit = Unit.Count, Published = published,
                Grade = EpochContext.OfReport(table["Source type"], table["Confidence"]),
                Source = context.Source("epoch-ai-companies", "Data on AI companies", "https://epoch.ai/data/ai-companies", table.Locator),
                Note = ToldObservation.Notes(table["Type"], $"Epoch AI confidence: {table["Confidence"]}", slip),
            });
        }
    }

    private static string? ConceptOf(string type) => type switch
    {
        "Full company" => "staff",
        "Full AI division" => "staff-ai-division",
        "Division/role" => "staff-division",
        "Contractors" => "staff-contractors",
        _ => null,
    };
}
