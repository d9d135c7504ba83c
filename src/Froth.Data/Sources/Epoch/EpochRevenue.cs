using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// Revenue of AI companies. One column of the file mixes a pace brought to a year, the revenue of a year, that of a quarter times four,
/// and that of one product; each is a concept of its own. A file whose columns do not tell them apart gives nothing, since a line
/// through all of them means nothing.
/// </summary>
internal sealed class EpochRevenue : EpochTable
{
    public override TableShape Shape { get; } = new("epoch-revenue",
        """
        ! Company
        ! Date
        * Revenue amount (normalize to annual)
        ? Id
        ? Type | Revenue type
        ? Annualized revenue type
        ? Period type
        ? Period revenue
        ? Scope
        ? Confidence
        ? Report date
        ? Source type
        """);

    private enum Kind
    {
        Unknown, RunRate, Year, Quarter, Product, Other,
    }

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            var kind = KindOf(table);
            if (kind == Kind.Unknown)
            {
                table.Refuse(context.Sink, "Type", TellsKinds(table)
                    ? $"'{Words(table)}' is not a known kind of revenue, so the figure cannot be told from others"
                    : "the file does not tell whether this is a pace brought to a year, the revenue of a year or that of one product; these are never one series. Take the publisher's file that has the columns 'Scope' and 'Period type'");
                continue;
            }

            Report(table, context, kind);
        }
    }

    private static void Report(HeadedTable table, EpochContext context, Kind kind)
    {
        if (context.Day(table, "Date") is not { } day || context.Company(table, "Company", day) is not { } company) return;
        var id = table["Id"];
        if (kind is Kind.Product or Kind.Other && context.Name(table, "Id") is null) return;
        var (published, slip) = context.Published(table["Report date"], day);
        var grade = EpochContext.OfReport(table["Source type"], table["Confidence"]);
        var early = kind == Kind.Year && EpochContext.IsEarly(table["Report date"], day);
        var value = kind == Kind.Year && table["Period revenue"].Length > 0 ? "Period revenue" : "Revenue amount (normalize to annual)";
        context.Tell(table, value, 0, new ToldObservation
        {
            Entity = company, Concept = ConceptOf(kind), Dimension = kind is Kind.Product or Kind.Other ? id : "",
            Start = kind == Kind.Year ? day.AddDays(1).AddYears(-1) : null, End = day, Unit = Unit.UsDollar, Published = published,
            Grade = early && grade != Grade.Unconfirmed ? Grade.Estimated : grade,
            Source = context.Source("epoch-ai-companies", "Data on AI companies", "https://epoch.ai/data/ai-companies", table.Locator),
            Note = ToldObservation.Notes(Words(table), $"Epoch AI confidence: {table["Confidence"]}", early ? "reported before the period ended" : "", slip),
        });
    }

    private static string ConceptOf(Kind kind) => kind switch
    {
        Kind.RunRate => Concepts.RevenueRunRate,
        Kind.Year => Concepts.Revenue,
        Kind.Quarter => "revenue-annualised-from-quarter",
        Kind.Product => "product-revenue",
        _ => "revenue-other",
    };

    private static bool TellsKinds(HeadedTable table) => table.Has("Type") || table.Has("Period type") || table.Has("Annualized revenue type");

    private static string Words(HeadedTable table) =>
        ToldObservation.Notes(table["Type"], table["Annualized revenue type"], table["Period type"], table["Scope"]);

    private static Kind KindOf(HeadedTable table)
    {
        if (Says(table["Scope"], "Product") || Says(table["Type"], "Product")) return Kind.Product;
        if (table["Scope"].Length > 0 && !Says(table["Scope"], "Full company")) return Kind.Other;
        var word = table["Type"].Length > 0 ? table["Type"] : table["Period type"].Length > 0 ? table["Period type"] : table["Annualized revenue type"];
        return Says(word, "Year") ? Kind.Year
            : Says(word, "Quarter") ? Kind.Quarter
            : Says(word, "Annual") ? Kind.RunRate
            : Says(word, "Other") || word is "Half year" or "Month" ? Kind.Other
            : Kind.Unknown;
    }

    private static bool Says(string text, string beginning) => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
