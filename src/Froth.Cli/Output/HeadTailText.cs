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
        string Say(Bilingual words) => Markup.Escape(words.In(language));
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Say(HeadTailWords.TitleOn(head.Day))) };
        table.AddColumns(Say(HeadTailWords.Group), Say(HeadTailWords.Firms), Say(HeadTailWords.Classed));
        foreach (var state in MigrationStates.Classes) table.AddColumn(MigrationStates.LetterOf(state));
        table.AddColumns("U", Say(HeadTailWords.PriceEarnings), Say(HeadTailWords.LossMakers), Say(HeadTailWords.CashCover), Say(HeadTailWords.NothingDue));
        foreach (var group in head.Groups) table.AddRow(Cells($"{group.Number}/{head.Groups.Count}", group));
        if (head.Groups.Count > 2)
        {
            table.AddEmptyRow();
            table.AddRow(Cells(Say(HeadTailWords.Larger), head.Upper));
            table.AddRow(Cells(Say(HeadTailWords.Smaller), head.Lower));
        }

        console.Write(table);
        if (head.Groups.Count is > 0 and < 10) console.WriteLine(HeadTailWords.NoDeciles.In(language));
        foreach (var claim in head.Claims) console.WriteLine($"{HeadTailWords.Of(claim.Verdict).In(language)}: {claim.Claim.In(language)} — {HeadTailWords.Figure(claim)}");
        console.WriteLine(HeadTailWords.Answer(head).In(language));
        console.WriteLine(HeadTailWords.Rule.In(language));
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
        Markup.Escape(name), Text(group.Firms.Count), Text(group.Classed), .. MigrationStates.Classes.Select(c => HeadTailWords.Share(group, c)), Text(group.Firms.Count - group.Classed),
        HeadTailWords.Median(group.MedianPriceEarnings, group.Priced), Text(group.LossMakers), HeadTailWords.Median(group.MedianCashCover, group.Covered), Text(group.NothingDue),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
