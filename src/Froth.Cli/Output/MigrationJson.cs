using System.Text.Json;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Reports;

namespace Froth.Cli.Output;

/// <summary>The JSON shape of migration, <c>froth.migration/1</c>.</summary>
internal static class MigrationJson
{
    public const string Schema = "froth.migration/1";

    public static void Write(Stream stream, DateOnly asOf, MigrationTable pooled, MigrationTable latest, Language language) => JsonText.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.Date("asOf", asOf);
        json.WriteNumber("horizon", pooled.Horizon);
        json.WriteString("weight", Codes.Of(pooled.Weight));
        json.Text("currency", pooled.Currency?.Code);
        Table(json, "pooled", pooled, language);
        Table(json, "latestYear", latest, language);
        json.WriteEndObject();
    });

    private static void Table(Utf8JsonWriter json, string name, MigrationTable table, Language language)
    {
        var matrix = table.Matrix;
        json.WriteStartObject(name);
        json.WriteNumber("moves", table.Moves.Count);
        json.Date("first", table.Moves.Count > 0 ? table.Moves[0].From.Day : null);
        json.Date("last", table.Moves.Count > 0 ? table.Moves[^1].To.Day : null);
        json.WriteStartArray("rows");
        foreach (var row in matrix.Rows) Row(json, row, language);
        json.WriteEndArray();
        json.WriteNumber("down", matrix.Down);
        json.WriteNumber("up", matrix.Up);
        Range(json, "downRatio", matrix.DownRatio, matrix.DownRatioRange);
        Range(json, "mobility", matrix.Mobility, matrix.MobilityRange);
        json.WriteStartArray("mobilityClasses");
        foreach (var row in matrix.Kept) json.WriteStringValue(MigrationStates.LetterOf(row.From));
        json.WriteEndArray();
        After(json, matrix);
        Shares(json, table.Latest);
        Moves(json, "changes", table.Moves.Where(m => m.IsChange), language);
        Moves(json, "leftOut", table.LeftOut, language);
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, MigrationRow row, Language language)
    {
        json.WriteStartObject();
        json.WriteString("from", MigrationStates.LetterOf(row.From));
        json.WriteNumber("n", row.Count);
        json.Number("effectiveN", row.Effective);
        json.WriteBoolean("refused", row.IsRefused);
        json.Text("why", row.Why?.In(language));
        json.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            json.WriteString("to", MigrationStates.LetterOf(cell.To));
            json.WriteNumber("n", cell.Count);
            json.Number("share", cell.Share);
            json.Number("low", cell.Low);
            json.Number("high", cell.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, double value, (double Low, double High) range)
    {
        json.WriteStartObject(name);
        json.Number("value", value);
        json.Number("low", range.Low);
        json.Number("high", range.High);
        json.WriteEndObject();
    }

    private static void After(Utf8JsonWriter json, MigrationMatrix matrix)
    {
        if (matrix.After(MigrationPage.Steps) is not { } after)
        {
            json.WriteNull("afterFourSteps");
            return;
        }

        json.WriteStartObject("afterFourSteps");
        foreach (var row in matrix.Kept)
        {
            json.WriteStartObject(MigrationStates.LetterOf(row.From));
            foreach (var state in MigrationStates.All) json.Number(MigrationStates.LetterOf(state), after[(int)row.From, (int)state]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Shares(Utf8JsonWriter json, StateShares? shares)
    {
        if (shares is null)
        {
            json.WriteNull("shares");
            return;
        }

        json.WriteStartObject("shares");
        json.Date("day", shares.Day);
        json.WriteNumber("firms", shares.Firms);
        json.WriteNumber("unknown", shares.Unknown);
        foreach (var state in MigrationStates.Classes) json.Number(MigrationStates.LetterOf(state), shares.Shares[(int)state]);
        json.Number("P+E", shares.PonziAndEquity);
        json.WriteEndObject();
    }

    private static void Moves(Utf8JsonWriter json, string name, IEnumerable<MigrationMove> moves, Language language)
    {
        json.WriteStartArray(name);
        foreach (var move in moves)
        {
            json.WriteStartObject();
            json.WriteString("firm", move.Firm);
            json.WriteString("from", MigrationStates.LetterOf(move.From.State));
            json.WriteString("to", MigrationStates.LetterOf(move.To.State));
            json.WriteNumber("direction", move.Direction);
            json.Date("start", move.From.Day);
            json.Date("end", move.To.Day);
            json.Date("startQuarter", move.From.QuarterEnd);
            json.Date("endQuarter", move.To.QuarterEnd);
            json.Text("why", move.To.Why?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
