using System.Globalization;
using Froth.Cli.Commands;
using Froth.Core;
using Froth.Core.Firms;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>The page of one firm for people: its class first, then what it rests on, every measure, and how it moved.</summary>
internal static class FirmPageText
{
    private const int QuartersShown = 12;

    public static void Write(OutputFormat format, FirmPage page)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.Write(stream, json => FirmJson.Page(json, page));
                break;
            case OutputFormat.Csv:
                MonitorCsv.Write(Console.Out, page.Measures, Words.Language);
                break;
            default:
                Page(page);
                break;
        }
    }

    private static void Page(FirmPage page)
    {
        Line($"[bold]{Escape(page.Entity.Name.In(Words.Language))}[/]  [dim]{Escape($"{page.Entity.Id}{(page.Entity.Country.Length > 0 ? " · " + page.Entity.Country : "")} · {Words.Say($"as of {page.Measures.Vintage}, data {page.Measures.DataVersion}", $"截至{page.Measures.Vintage}，数据版本{page.Measures.DataVersion}")}")}[/]");
        if (page.Newest is { } newest)
        {
            Verdict(newest);
            Lenses(newest.Financing);
            Service(newest.Financing);
        }
        else
        {
            Line(Escape(FirmWords.NoAccounts.In(Words.Language)));
        }

        if (page.Known is { Rows.Count: > 0 } known)
        {
            Heading(FirmWords.Measures);
            MonitorTable.Write(Terminal.Out, known, Words.Language);
            foreach (var row in known.Rows) Parts(row);
        }

        if (page.History.Count > 1) History(page.History);
        NotKnown(page.NotKnown);
        Line("[dim]" + Escape(Words.Say(
            $"Every figure with its source: froth firm {page.Entity.Id} --format json; the filings and pages behind: froth firm {page.Entity.Id} facts; a measure explained: froth explain <indicator> --entity {page.Entity.Id}",
            $"各数字的来源：froth firm {page.Entity.Id} --format json；原始申报与页面：froth firm {page.Entity.Id} facts；单项指标说明：froth explain <指标> --entity {page.Entity.Id}")) + "[/]");
    }

    private static void Verdict(FirmRow row)
    {
        var financing = row.Financing;
        var name = MinskyClasses.NameOf(financing.Class).In(Words.Language);
        var stale = row.IsStale ? " · " + Words.Say("STALE: this quarter no longer stands for the firm", "已过时：该季度不再代表企业现状") : "";
        Line("");
        Line($"[bold]{Escape(Words.Say("Financing class", "融资类别"))}: {MinskyClasses.LetterOf(financing.Class)} {Escape(name)}[/]  "
            + $"[dim]{Escape(Words.Say($"twelve months to {row.End:yyyy-MM-dd}, {financing.Quarter.Currency.Code}", $"截至{row.End:yyyy-MM-dd}的十二个月，{financing.Quarter.Currency.Code}") + stale)}[/]");
        if (financing.TwelveMonths.Why is { } why)
        {
            var open = row.Possible is { } possible ? Words.Say($" What is known leaves open: {possible}.", $"现有信息所允许的类别：{possible}。") : "";
            Line(Escape(why.In(Words.Language) + open));
        }

        Line(Escape(Words.Say(
            $"Over {financing.Range.Deciding} of {financing.Range.Lenses} lenses that decide: {financing.Range}; those of earnings {ClassRange.OfEarnings(financing.Lenses)}, those of cash {ClassRange.OfCash(financing.Lenses)}. Quarter alone: {MinskyClasses.LetterOf(financing.SingleQuarter.Class)}. Share of draws: {Draws(financing)}.",
            $"{financing.Range.Lenses}个口径中有{financing.Range.Deciding}个可判定，区间为{financing.Range}；盈利类口径{ClassRange.OfEarnings(financing.Lenses)}，现金类口径{ClassRange.OfCash(financing.Lenses)}。仅看单季：{MinskyClasses.LetterOf(financing.SingleQuarter.Class)}。抽样占比：{Draws(financing)}。")));
        if (financing.IsVendorFinanced)
            Line(Escape(FirmWords.VendorFinanced.In(Words.Language) + ": " + string.Join(", ", financing.Vendors.Ties.Select(v => v.Supplier))));
        if (financing.IsBelowInterestForThreeYears == true)
            Line(Escape(Words.Say("Operating income stayed below interest in each of three years (the persistence rule for zombie firms, without its age rule).", "营业利润连续三年低于利息（僵尸企业持续性标准，未用年龄条件）。")));
    }

    private static string Draws(FirmFinancing financing)
    {
        var shares = financing.TwelveMonthsShares;
        if (shares.Unknown > 0) return Words.Say("none, a term is unknown", "未抽样（有未知项）");
        if (shares.Draws == 0) return Words.Say($"{MinskyClasses.LetterOf(shares.Modal)} 100%, every term is filed", $"{MinskyClasses.LetterOf(shares.Modal)} 100%，各项均为申报值");
        var classes = Enum.GetValues<MinskyClass>().Where(c => shares.Of(c) > 0).Select(c => $"{MinskyClasses.LetterOf(c)} {NumberText.Percent(shares.Of(c))}");
        return string.Join(", ", classes) + Words.Say($" of {shares.Draws:#,0}", $"（共{shares.Draws:#,0}次）");
    }

    private static void Lenses(FirmFinancing financing)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(FirmWords.Lens.In(Words.Language), Words.Say("over", "窗口"));
        table.AddColumn(new TableColumn(Words.Say("cover", "倍数")).RightAligned());
        table.AddColumns(FirmWords.Class.In(Words.Language), Words.Say("cuts (hedge from / Ponzi below)", "临界值（对冲≥／庞氏＜）"), Glossary.Why.In(Words.Language));
        foreach (var reading in financing.Lenses)
        {
            table.AddRow(Escape(reading.Lens.Name.In(Words.Language)), reading.Window == DebtServiceWindow.TwelveMonths ? Words.Say("12 months", "十二个月") : Words.Say("quarter", "单季"),
                FirmsText.Cover(reading.Value), MinskyClasses.LetterOf(reading.Class),
                string.Create(CultureInfo.InvariantCulture, $"{reading.Lens.HedgeFrom.Value} / {reading.Lens.PonziBelow.Value} ({WordOf(reading.Lens.HedgeFrom.Status)})"), Escape(reading.Why?.In(Words.Language) ?? ""));
        }

        Terminal.Out.Write(table);
    }

    private static string WordOf(ThresholdStatus status) => status switch
    {
        ThresholdStatus.Published => Words.Say("published", "已发表"),
        ThresholdStatus.Convention => Words.Say("convention", "惯例"),
        _ => "Froth",
    };

    private static void Service(FirmFinancing financing)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        table.AddColumn(new TableColumn(FirmWords.TwelveMonths.In(Words.Language)).RightAligned());
        table.AddColumn(new TableColumn(FirmWords.SingleQuarter.In(Words.Language)).RightAligned());
        table.AddColumn(Words.Say("least sure term", "最弱依据"));
        (DebtService year, DebtService quarter) = (financing.TwelveMonths, financing.SingleQuarter);
        Row(FirmWords.Operating, s => s.Operating);
        Row(FirmWords.CashFlow, s => s.CashFlow);
        Row(FirmWords.Interest, s => s.Interest);
        Row(FirmWords.Principal, s => s.Principal);
        Row(FirmWords.CapitalExpenditure, s => s.CapitalExpenditure);
        Row(FirmWords.Commitments, s => s.Commitments);
        Row(FirmWords.Liquidity, s => s.Liquidity);
        Number(FirmWords.InterestCover, s => FirmsText.Cover(s.InterestCover));
        Number(FirmWords.DebtServiceCover, s => FirmsText.Cover(s.DebtServiceCover));
        Number(FirmWords.InvestmentCover, s => FirmsText.Cover(s.InvestmentCover));
        Number(FirmWords.MarginOfSafety, s => NumberText.Percent(s.MarginOfSafety));
        Number(FirmWords.FundingGap, s => Money(s.FundingGap));
        Number(FirmWords.Runway, s => double.IsPositiveInfinity(s.RunwayMonths) ? Words.Say("no gap", "无缺口") : FirmsText.Cover(s.RunwayMonths));
        Terminal.Out.Write(table);

        void Row(Bilingual name, Func<DebtService, FirmFigure?> of) => table.AddRow(
            Escape(name.In(Words.Language)), Money(of(year)?.Value ?? double.NaN), Money(of(quarter)?.Value ?? double.NaN), of(year) is { Lineage.Count: > 0 } figure ? Escape(Glossary.Of(figure.Grade).In(Words.Language)) : "");
        void Number(Bilingual name, Func<DebtService, string> of) => table.AddRow(Escape(name.In(Words.Language)), of(year), of(quarter), "");
        string Money(double value) => Escape(NumberText.Money(value, financing.Quarter.Currency, Words.Language));
    }

    // What a measure is made of, where it is made of something: a vector of valuation methods, maturities, named gaps.
    private static void Parts(MonitorRow row)
    {
        if (row.Latest is not { Parts.Count: > 0 } latest) return;
        Line($"[dim]{Escape(row.Definition.Title.In(Words.Language))}[/]");
        foreach (var part in latest.Parts)
        {
            var (unit, language) = (part.Unit ?? row.Definition.Unit, Words.Language);
            var text = part.Unit is null ? NumberText.Value(part.Value, row.Definition, language) : FactText.Number(part.Value, unit, language);
            var range = part.Unit is null ? NumberText.Range(part.Low, part.High, row.Definition, language) : "";
            Line($"  {Escape(part.Name.In(language))}: {Escape(text)}{(range.Length > 0 ? $" [dim]{Escape(range)}[/]" : "")}");
        }
    }

    private static void History(IReadOnlyList<FirmFinancing> history)
    {
        Heading(FirmWords.History);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Words.Say("quarter to", "季度截至"), FirmWords.Class.In(Words.Language), FirmWords.Lenses.In(Words.Language), FirmWords.SingleQuarter.In(Words.Language));
        foreach (var head in new[] { "κ_I", "κ_D", "κ_X", FirmWords.Margin.In(Words.Language), FirmWords.Gap.In(Words.Language) }) table.AddColumn(new TableColumn(head).RightAligned());
        table.AddColumn(Glossary.Why.In(Words.Language));
        foreach (var financing in history.TakeLast(QuartersShown))
        {
            var service = financing.TwelveMonths;
            var open = financing.Class == MinskyClass.Unknown && ClassBounds.Of(service) is { } possible ? $" ({possible})" : "";
            table.AddRow(financing.Quarter.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Escape(MinskyClasses.LetterOf(financing.Class) + open), financing.Range.ToString(),
                MinskyClasses.LetterOf(financing.SingleQuarter.Class), FirmsText.Cover(service.InterestCover), FirmsText.Cover(service.DebtServiceCover), FirmsText.Cover(service.InvestmentCover),
                NumberText.Percent(service.MarginOfSafety), Escape(NumberText.Money(service.FundingGap, financing.Quarter.Currency, Words.Language)), Escape(service.Why?.In(Words.Language) ?? ""));
        }

        Terminal.Out.Write(table);
    }

    // Of a firm that tells little these are most measures, so each takes one line and they stand last.
    private static void NotKnown(IReadOnlyList<MonitorRow> rows)
    {
        if (rows.Count == 0) return;
        Heading(FirmWords.NotKnown);
        foreach (var row in rows)
            Line($"{Escape(row.Definition.Title.In(Words.Language))} [dim]— {Escape((row.Reason ?? Glossary.Of(row.Status)).In(Words.Language))}[/]");
    }

    private static void Heading(Bilingual words) => Line($"\n[bold underline]{Escape(words.In(Words.Language))}[/]");

    private static void Line(string markup) => Terminal.Out.MarkupLine(markup);

    private static string Escape(string text) => Markup.Escape(text);
}
