using System.Text;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Use of AI products: active users by day, week or month, tokens and messages a day. The concept names product and rhythm
/// (<c>users-chatgpt-weekly</c>), as in the default data, since users of a week and of a month are not one series.
/// </summary>
internal sealed class EpochUsage : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-usage",
        """
        ! Id
        ! Company
        * Active users
        * Active users time period
        ! Daily tokens
        ! Daily messages
        ! Date
        ! Report date
        ! Source type
        ! Product
        ! Confidence
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (context.Day(table, "Date") is not { } day || context.Company(table, "Company", day) is not { } company) continue;
            var product = Kebab(table["Product"]);
            if (product.Length == 0)
            {
                table.Refuse(context.Sink, "Product", "the row names no product");
                continue;
            }

            var (published, slip) = context.Published(table["Report date"], day);
            var basic = new ToldObservation
            {
                Entity = company, Concept = "", End = day, Unit = Unit.Count, Published = published,
                Grade = EpochContext.OfReport(table["Source type"], table["Confidence"]),
                Source = context.Source("epoch-ai-companies", "Data on AI companies", "https://epoch.ai/data/ai-companies", table.Locator),
                Note = ToldObservation.Notes(table["Product"], $"Epoch AI confidence: {table["Confidence"]}", slip),
            };
            Users(table, context, basic, product);
            context.Tell(table, "Daily tokens", 0, basic with { Concept = $"tokens-{product}-daily" });
            context.Tell(table, "Daily messages", 0, basic with { Concept = $"messages-{product}-daily" });
        }
    }

    private static void Users(HeadedTable table, EpochContext context, ToldObservation basic, string product)
    {
        if (table["Active users"].Length == 0) return;
        var rhythm = table["Active users time period"];
        if (rhythm is "Daily" or "Weekly" or "Monthly")
            context.Tell(table, "Active users", 0, basic with { Concept = $"users-{product}-{rhythm.ToLowerInvariant()}" });
        else
            table.Refuse(context.Sink, "Active users time period", $"'{rhythm}' does not tell over what time users were counted");
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) kebab.Append(letter);
            else if (kebab.Length > 0 && kebab[^1] != '-') kebab.Append('-');
        }

        return kebab.ToString().Trim('-');
    }
}
