using System.Globalization;
using System.Text.Json;
using Froth.Cli.Commands;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Froth.Core.Time;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints firms by financing class.</summary>
internal static class FirmsText
{
    public static void Write(OutputFormat format, Vintage vintage, string dataVersion, IReadOnlyList<FirmRow> rows, int all)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.Write(stream, json => Json(json, vintage, dataVersion, rows, all));
                break;
            case OutputFormat.Csv:
                Csv(rows);
                break;
            default:
                Table(vintage, dataVersion, rows, all);
                break;
        }
    }

    private static void Table(Vintage vintage, string dataVersion, IReadOnlyList<FirmRow> rows, int all)
    {
        Terminal.Out.MarkupLine($"[bold]{Markup.Escape(FirmWords.Firms.In(Words.Language))}[/]  [dim]{Markup.Escape(Words.Say($"as of {vintage}, data {dataVersion}", $"截至{vintage}，数据版本{dataVersion}"))}[/]");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(FirmWords.Firm.In(Words.Language), FirmWords.Class.In(Words.Language), FirmWords.Lenses.In(Words.Language), FirmWords.DrawShare.In(Words.Language));
        foreach (var head in new[] { "κ_I", "κ_D", "κ_X", FirmWords.Margin.In(Words.Language), FirmWords.Gap.In(Words.Language) })
            table.AddColumn(new TableColumn(head).RightAligned());
        table.AddColumn(Words.Say("quarter to", "季度截至"));
        table.AddColumn(Words.Say("remark", "备注"));
        foreach (var row in rows)
        {
            var (financing, service) = (row.Financing, row.Financing.TwelveMonths);
            table.AddRow(
                Markup.Escape($"{row.Entity.Name.In(Words.Language)}{(row.Entity.Country.Length > 0 ? $" ({row.Entity.Country})" : "")}"), ClassCell(row), financing.Range.ToString(), DrawText(financing),
                Cover(service.InterestCover), Cover(service.DebtServiceCover), Cover(service.InvestmentCover), NumberText.Percent(service.MarginOfSafety),
                Markup.Escape(NumberText.Money(service.FundingGap, financing.Quarter.Currency, Words.Language)),
                row.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Markup.Escape(RemarkOf(row)));
        }

        Terminal.Out.Write(table);
        Terminal.Out.MarkupLine("[dim]" + Markup.Escape(Words.Say(
            $"{rows.Count} of {all} firms. H hedge, S speculative, P Ponzi, E equity-dependent, U unknown (what is known leaves open). κ: cash before interest over interest, over interest and principal, "
            + "over both and capital expenditure, twelve months. Share of draws is no probability. One firm: froth firm NAME",
            $"共{all}家企业，显示{rows.Count}家。H 对冲型、S 投机型、P 庞氏型、E 依赖股权型、U 不详（括号内为现有信息所允许的类别）。κ：付息前现金对利息、对利息与本金、再加资本开支的倍数，十二个月。抽样占比并非概率。单家：froth firm 名称")) + "[/]");
    }

    public static string ClassCell(FirmRow row)
    {
        var letter = MinskyClasses.LetterOf(row.Financing.Class);
        var possible = row.Financing.Class == MinskyClass.Unknown && row.Possible is { } open ? $" ({open})" : "";
        return Markup.Escape($"{letter}{possible}{(row.IsStale ? " " + Terminal.Mark(ReadingStatus.Stale) : "")}");
    }

    /// <summary>The modal class and its share of draws; the class alone where nothing was drawn because the figures are sure.</summary>
    public static string DrawText(FirmFinancing financing)
    {
        var shares = financing.TwelveMonthsShares;
        if (shares.Unknown > 0) return NumberText.None;
        var share = (shares.ModalShare * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
        return $"{MinskyClasses.LetterOf(shares.Modal)} {share}";
    }

    public static string Cover(double value) => double.IsNaN(value) ? NumberText.None : NumberText.Significant(value);

    private static string RemarkOf(FirmRow row)
    {
        List<string> remarks = [];
        if (row.Financing.TwelveMonths.Why is { } why) remarks.Add(why.In(Words.Language));
        if (row.Financing.IsVendorFinanced) remarks.Add(Words.Say("vendor-financed", "供应商融资"));
        if (row.Financing.IsBelowInterestForThreeYears == true) remarks.Add(Words.Say("operating income below interest for three years", "营业利润连续三年低于利息"));
        return string.Join(Words.Say("; ", "；"), remarks);
    }

    private static void Csv(IReadOnlyList<FirmRow> rows)
    {
        Console.Out.Write(CsvText.Row("entity", "name", "country", "class", "possible_safest", "possible_worst", "lens_safest", "lens_worst", "lenses_deciding", "modal_class", "modal_share_of_draws",
            "interest_cover", "debt_service_cover", "investment_cover", "margin_of_safety", "funding_gap", "currency", "quarter_end", "stale", "vendor_financed", "why"));
        foreach (var row in rows)
        {
            var (f, s) = (row.Financing, row.Financing.TwelveMonths);
            Console.Out.Write(CsvText.Row(row.Entity.Id, row.Entity.Name.In(Words.Language), row.Entity.Country, MinskyClasses.LetterOf(f.Class),
                row.Possible is { } a ? MinskyClasses.LetterOf(a.Safest) : "", row.Possible is { } b ? MinskyClasses.LetterOf(b.Worst) : "",
                MinskyClasses.LetterOf(f.Range.Safest), MinskyClasses.LetterOf(f.Range.Worst), f.Range.Deciding.ToString(CultureInfo.InvariantCulture),
                MinskyClasses.LetterOf(f.TwelveMonthsShares.Modal), Plain(f.TwelveMonthsShares.ModalShare), Plain(s.InterestCover), Plain(s.DebtServiceCover), Plain(s.InvestmentCover),
                Plain(s.MarginOfSafety), Plain(s.FundingGap), f.Quarter.Currency.Code, CsvText.Date(row.End), row.IsStale ? "true" : "false", f.IsVendorFinanced ? "true" : "false", s.Why?.In(Words.Language) ?? ""));
        }
    }

    private static string Plain(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static void Json(Utf8JsonWriter json, Vintage vintage, string dataVersion, IReadOnlyList<FirmRow> rows, int all)
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.firms/1");
        json.Date("asOf", vintage.AsOf);
        json.WriteString("dataVersion", dataVersion);
        json.WriteNumber("firmsWithAccounts", all);
        json.WriteStartArray("firms");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("entity", row.Entity.Id);
            json.WriteString("name", row.Entity.Name.In(Words.Language));
            json.WriteString("country", row.Entity.Country);
            json.WriteBoolean("stale", row.IsStale);
            FirmJson.Financing(json, row.Financing, row.Possible, withFacts: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
