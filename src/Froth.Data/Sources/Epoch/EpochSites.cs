using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Data-centre sites over time, read from satellite pictures and permits. A row counts as public from its last change. Days after the
/// recording are plans and have concepts of their own.
/// </summary>
internal sealed class EpochSites : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-data-centres",
        """
        ! Date
        * Data center
        * Power (MW)
        ! H100 equivalents
        ! Total capital cost (2025 USD billions)
        ! Last Modified
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Date") is not { } day || context.Name(table, "Data center") is not { } site) continue;
            var planned = day > context.Recorded;
            var (published, slip) = context.Published(table["Last Modified"], planned ? DateOnly.MinValue : day);
            var basic = new ToldObservation
            {
                // The owner stands only in the name of the site, as its first word: a known entity or none.
                Entity = context.Organisations.Find(site.Split(' ')[0], day, table.Locator) ?? Organisations.Sector, Concept = "", Dimension = site, End = day,
                Unit = Unit.Count, Grade = Grade.Estimated, Published = published,
                Source = context.Source("epoch-data-centres", "Data on frontier data centres", "https://epoch.ai/data/data-centers", table.Locator),
                Note = ToldObservation.Notes(planned ? "planned" : "", slip),
            };
            var prefix = planned ? "datacenter-planned-" : "datacenter-";
            context.Tell(table, "Power (MW)", -3, basic with { Concept = prefix + "power", Unit = Unit.Gigawatts });
            context.Tell(table, "H100 equivalents", 0, basic with { Concept = prefix + "h100-equivalents" });
            context.Tell(table, "Total capital cost (2025 USD billions)", 9,
                basic with { Concept = prefix + "capital-cost", Unit = Unit.UsDollar, Note = ToldObservation.Notes(basic.Note, "in US dollars of 2025") });
        }
    }
}
