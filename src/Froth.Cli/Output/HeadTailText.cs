using System.Globalization;
using System.Text.Json;
using Froth.Cli.Commands;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;
using Froth.Numerics;
using Spectre.Console;

namespace Froth.Cli.Output;

/// <summary>Prints head and tail: groups of firms by size, what each half says of the claim, and who was left out.</summary>
internal static class HeadTailText
{
    public const string Schema = "froth.head-tail/1";

    public static void Write(OutputFormat format, HeadAndTail table)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) WriteJson(stream, table, Words.Language);
                break;
            case OutputFormat.Csv:
                Console.Out.Write(CsvText.Row("day", "group", "rank", "firm", "class", "basis", "size", "currency", "size_usd", "pe_ttm", "loss_maker", "cash_cover", "nothing_due"));
                foreach (var row in Rows(table)) Console.Out.Write(row);
                break;
            default:
                WriteTable(Terminal.Out, table, Words.Language);
                break;
        }
    }

    public static void WriteTable(IAnsiConsole console, HeadAndTail head, Language language)
    {
        string Say(string english, string chinese) => new Bilingual(english, chinese).In(language);
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(Say($"Head and tail on {head.Day:yyyy-MM-dd}", $"{head.Day:yyyy-MM-dd}头部与尾部"))) };
        table.AddColumns(Say("group", "组别"), Say("firms", "公司数"), Say("with a class", "有类别"));
        foreach (var state in MigrationStates.Classes) table.AddColumn(MigrationStates.LetterOf(state));
        table.AddColumns("U", Say("median P/E", "市盈率中位数"), Say("loss-makers", "亏损"), Say("median cash / debt due", "现金/到期债务中位数"), Say("no debt due", "无到期债务"));
        foreach (var group in head.Groups) table.AddRow(Cells($"{group.Number}/{head.Groups.Count}", group));
        if (head.Groups.Count > 2)
        {
            table.AddEmptyRow();
            table.AddRow(Cells(Say("larger half", "较大一半"), head.Upper));
            table.AddRow(Cells(Say("smaller half", "较小一半"), head.Lower));
        }

        console.Write(table);
        if (head.Groups.Count is > 0 and < 10) console.WriteLine(Say("Fewer than 20 firms: no deciles.", "不足20家，不分十等份。"));
        foreach (var claim in head.Claims) console.WriteLine($"{Verdict(claim.Verdict).In(language)}: {claim.Claim.In(language)} — {NumberText.Percent(claim.Value)} ({NumberText.Percent(claim.Low)}–{NumberText.Percent(claim.High)}, n {claim.N})");
        console.WriteLine(Say("\"Leaders are hedge-financed, the tail is Ponzi-financed\": ", "“头部为对冲型，尾部为庞氏型”：") + Verdict(head.Verdict).In(language));
        console.WriteLine(Say(
            $"Supported when all three hold with their whole 90 % interval, contradicted when any fails with its whole interval; at least {HeadTailClaim.FewestFirms} firms with a class in a half.",
            $"三项的90%区间均完全成立为支持，任一项区间完全不成立为反驳；每半至少{HeadTailClaim.FewestFirms}家有类别。"));
        foreach (var (firm, why) in head.LeftOut) console.WriteLine($"? {firm}: {why.In(language)}");
    }

    public static void WriteJson(Stream stream, HeadAndTail table, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.Date("day", table.Day);
        json.WriteString("verdict", Codes.Of(table.Verdict));
        json.WriteStartArray("claims");
        foreach (var claim in table.Claims) Claim(json, claim, language);
        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (var group in table.Groups) Group(json, group);
        json.WriteEndArray();
        json.WriteStartArray("halves");
        Group(json, table.Upper);
        Group(json, table.Lower);
        json.WriteEndArray();
        LeftOut(json, table, language);
        json.WriteEndObject();
    });

    private static void Claim(Utf8JsonWriter json, HeadTailClaim claim, Language language)
    {
        json.WriteStartObject();
        json.WriteString("claim", claim.Claim.In(language));
        json.Number("value", claim.Value);
        json.Number("low", claim.Low);
        json.Number("high", claim.High);
        json.Number("bar", claim.Bar);
        json.WriteNumber("n", claim.N);
        json.WriteString("verdict", Codes.Of(claim.Verdict));
        json.WriteEndObject();
    }

    private static void LeftOut(Utf8JsonWriter json, HeadAndTail table, Language language)
    {
        json.WriteStartArray("leftOut");
        foreach (var (firm, why) in table.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("firm", firm);
            json.WriteString("why", why.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Group(Utf8JsonWriter json, SizeGroup group)
    {
        json.WriteStartObject();
        json.WriteNumber("group", group.Number);
        json.WriteNumber("firms", group.Firms.Count);
        json.WriteNumber("classed", group.Classed);
        foreach (var state in MigrationStates.Classes) Class(json, group, state);
        json.Number("medianPe", group.MedianPriceEarnings);
        json.WriteNumber("priced", group.Priced);
        json.WriteNumber("lossMakers", group.LossMakers);
        json.Number("medianCashCover", group.MedianCashCover);
        json.WriteNumber("covered", group.Covered);
        json.WriteNumber("nothingDue", group.NothingDue);
        json.WriteStartArray("members");
        foreach (var firm in group.Firms)
        {
            json.WriteStartObject();
            json.WriteString("firm", firm.State.Firm);
            json.WriteString("class", MigrationStates.LetterOf(firm.State.State));
            json.WriteString("basis", Codes.Of(firm.Basis));
            json.Number("size", firm.Size.Value);
            json.WriteString("currency", firm.Size.Currency.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Class(Utf8JsonWriter json, SizeGroup group, MigrationState state)
    {
        var (low, high) = ShareInterval.Of(group.In(state), group.Classed);
        json.WriteStartObject(MigrationStates.LetterOf(state));
        json.WriteNumber("n", group.In(state));
        json.Number("share", group.Classed == 0 ? double.NaN : (double)group.In(state) / group.Classed);
        json.Number("low", low);
        json.Number("high", high);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Rows(HeadAndTail table)
    {
        var rank = 0;
        foreach (var (group, firm) in table.Groups.SelectMany(g => g.Firms.Select(f => (g, f))))
        {
            yield return CsvText.Row(CsvText.Date(table.Day), Text(group.Number), Text(++rank), firm.State.Firm, MigrationStates.LetterOf(firm.State.State), Codes.Of(firm.Basis), CsvText.Number(firm.Size.Value),
                firm.Size.Currency.Code, CsvText.Number(firm.Dollars), CsvText.Number(firm.PriceEarnings), firm.IsLossMaker ? "true" : "false", CsvText.Number(firm.CashCover), firm.HasNothingDue ? "true" : "false");
        }
    }

    private static string[] Cells(string name, SizeGroup group) =>
    [
        Markup.Escape(name), Text(group.Firms.Count), Text(group.Classed), .. MigrationStates.Classes.Select(c => Share(group, c)), Text(group.Firms.Count - group.Classed),
        Median(group.MedianPriceEarnings, group.Priced), Text(group.LossMakers), Median(group.MedianCashCover, group.Covered), Text(group.NothingDue),
    ];

    private static string Share(SizeGroup group, MigrationState state)
    {
        var (low, high) = ShareInterval.Of(group.In(state), group.Classed);
        return group.Classed == 0 ? NumberText.None : $"{group.In(state)} ({NumberText.Rank(low)}–{NumberText.Rank(high)})";
    }

    private static string Median(double value, int n) => n == 0 ? NumberText.None : string.Create(CultureInfo.InvariantCulture, $"{value:0.0}× (n {n})");

    private static Bilingual Verdict(HeadTailVerdict verdict) => verdict switch
    {
        HeadTailVerdict.Supported => new("supported", "支持"),
        HeadTailVerdict.Contradicted => new("contradicted", "反驳"),
        _ => new("not decided", "未能判定"),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
