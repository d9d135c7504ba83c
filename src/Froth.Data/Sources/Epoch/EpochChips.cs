using System.Text.RegularExpressions;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Counts of AI chips with their 5 % and 95 % bounds, in the three shapes that Epoch AI gives: shipped in a quarter by type of chip,
/// bought in a quarter by owner, and held by an owner since the counting began. A count that reaches across a fiscal quarter's edge is
/// incomplete, and its note says so.
/// </summary>
internal sealed partial class EpochChips : EpochTable
{
    private const int MegawattsToGigawatts = -3;

    public override TableShape Shape { get; } = new("epoch-chip-counts",
        """
        ! Name
        ! Chip manufacturer
        ! Start date
        ! End date
        * Compute estimate in H100e (median)
        * H100e (5th percentile)
        * H100e (95th percentile)
        * Number of Units
        ! Number of Units (5th percentile)
        ! Number of Units (95th percentile)
        ? Power in MW (median)
        ? Power in MW (5th percentile)
        ? Power in MW (95th percentile)
        ? Owner
        ? Chip type
        ! Notes
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Start date") is not { } start || context.Day(table, "End date") is not { } end) continue;
            var owned = table.Has("Owner");
            if (context.Company(table, owned ? "Owner" : "Chip manufacturer", end) is not { } entity) continue;
            if (context.Name(table, owned ? "Chip manufacturer" : "Chip type") is not { } dimension) continue;
            var held = table["Name"].Contains(" cumulative ", StringComparison.OrdinalIgnoreCase);
            var (published, slip) = context.Published(Estimated(table["Notes"]), end);
            var basic = new ToldObservation
            {
                Entity = entity, Concept = "", Dimension = dimension, Start = held ? null : start, End = end, Unit = Unit.Count,
                Grade = Grade.Estimated, Published = published,
                Source = context.Source("epoch-ai-chip-counts", "AI chip counts", "https://github.com/epoch-research/ai-chip-counts", table.Locator),
                Note = ToldObservation.Notes("median with 5 % and 95 % bounds", table["Notes"].StartsWith("Incomplete", StringComparison.Ordinal) ? "incomplete quarter" : "", slip),
            };
            var what = held ? "held" : owned ? "acquired" : "shipped";
            context.TellRange(table, ("Number of Units", "Number of Units (5th percentile)", "Number of Units (95th percentile)"), 0, basic with { Concept = $"ai-chips-{what}" });
            context.TellRange(table, ("Compute estimate in H100e (median)", "H100e (5th percentile)", "H100e (95th percentile)"), 0, basic with { Concept = $"ai-chips-{what}-h100-equivalents" });
            context.TellRange(table, ("Power in MW (median)", "Power in MW (5th percentile)", "Power in MW (95th percentile)"), MegawattsToGigawatts,
                basic with { Concept = $"ai-chips-{what}-power", Unit = Unit.Gigawatts });
        }
    }

    // "Estimates generated on: 04-15-2026 18:24"
    private static string Estimated(string notes) =>
        EstimateDay().Match(notes) is { Success: true } match ? $"{match.Groups[3].Value}-{match.Groups[1].Value}-{match.Groups[2].Value}" : "";

    [GeneratedRegex(@"generated on: (\d\d)-(\d\d)-(\d{4})")]
    private static partial Regex EstimateDay();
}
