using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Prices;

/// <summary>Reads one file of prices: whose they are, in which unit, adjusted or not, and then its rows.</summary>
internal sealed class PriceReading(SourceFile file, Table table, SourceArguments arguments, ParseSink sink)
{
    // Exchanges close for less than ten days; a longer hole is a suspension, or the share had another ticker.
    private const int LongestGap = 10;

    private readonly PriceColumns _columns = PriceColumns.Find(table.Header)!;

    private readonly record struct Day(DateOnly Date, TableRow Row, decimal? Close, decimal? Adjusted, decimal? Volume);

    public void Read(SourceDescription description)
    {
        var (plain, adjusted) = Kinds();
        var format = DateFormat();
        var (entity, unit) = WhoseAndUnit();
        var source = new SourceRows(sink, file, SourceRows.AccessOf(arguments, description.Access), description.Licence).OfFile();
        var seen = new HashSet<DateOnly>();
        var days = new List<Day>();
        foreach (var row in table.Rows)
        {
            sink.ThrowIfCancelled();
            if (DayOf(row, format, plain, adjusted) is not { } day) continue;
            if (seen.Add(day.Date)) days.Add(day);
            else sink.Refuse(row.Locator, "date", $"{CellReading.Text(day.Date)} stands twice; the first row was kept", row.Raw());
        }

        days.Sort((a, b) => a.Date.CompareTo(b.Date));
        for (var i = 0; i < days.Count; i++)
        {
            var gap = i == 0 ? 0 : days[i].Date.DayNumber - days[i - 1].Date.DayNumber;
            Tell(days[i], entity, unit, source, gap > LongestGap ? string.Create(CultureInfo.InvariantCulture, $"after a gap of {gap} days") : "");
        }
    }

    private void Tell(Day day, string entity, string unit, string source, string note)
    {
        Tell(day, entity, Concepts.ClosingPrice, day.Close, unit, source, note);
        Tell(day, entity, Concepts.AdjustedClosingPrice, day.Adjusted, unit, source, note);
        Tell(day, entity, Concepts.TradedVolume, day.Volume, Unit.Count.Code, source, note);
    }

    // A price is known once the day has closed, so the day itself is the day of publication.
    private void Tell(Day day, string entity, string concept, decimal? value, string unit, string source, string note)
    {
        if (value is not { } told) return;
        sink.Row("observations", day.Row.Locator,
            ("entity", entity), ("concept", concept), ("end", CellReading.Text(day.Date)), ("value", CellReading.Text(told)), ("unit", unit),
            ("grade", "third-party"), ("published", CellReading.Text(day.Date)), ("source", source), ("locator", day.Row.Locator), ("note", note));
    }

    private Day? DayOf(TableRow row, string? format, bool plain, bool adjusted)
    {
        var date = default(DateOnly);
        decimal? high = null, low = null, close = null, adjustedClose = null, volume = null;
        var fault = row.Problem is { } problem ? ("", problem)
            : CellReading.Date(row[_columns.Date], out date, format) is { } undated ? ("date", undated)
            : Price(row, _columns.High, false, out high) ?? Price(row, _columns.Low, false, out low)
            ?? Price(row, plain || adjusted && _columns.AdjustedClose < 0 ? _columns.Close : -1, true, out close)
            ?? Price(row, adjusted ? _columns.AdjustedClose : -1, true, out adjustedClose) ?? Volume(row, out volume);
        if (fault is null && high < low) fault = ("high", $"high {row[_columns.High].Text} is below low {row[_columns.Low].Text}");
        if (fault is { } told)
        {
            sink.Refuse(row.Locator, told.Item1, told.Item2, row.Raw());
            return null;
        }

        if (adjusted && _columns.AdjustedClose < 0) (close, adjustedClose) = (null, close);
        return new Day(date, row, close, adjustedClose, volume);
    }

    private (string, string)? Price(TableRow row, int column, bool isNeeded, out decimal? price)
    {
        price = null;
        if (column < 0 || (!isNeeded && row[column].IsEmpty)) return null;
        if (CellReading.Number(row[column], out var told) is { } reason) return (table.Header[column], reason);
        if (told <= 0) return (table.Header[column], $"a price of {row[column].Text} cannot be");
        price = told;
        return null;
    }

    private (string, string)? Volume(TableRow row, out decimal? volume)
    {
        volume = null;
        if (row[_columns.Volume].IsEmpty) return null;
        if (CellReading.Number(row[_columns.Volume], out var told) is { } reason) return (table.Header[_columns.Volume], reason);
        if (told < 0) return (table.Header[_columns.Volume], $"a volume of {row[_columns.Volume].Text} cannot be");
        volume = told;
        return null;
    }

    /// <summary>Which closing prices the file holds: as traded, adjusted, or both.</summary>
    private (bool Plain, bool Adjusted) Kinds()
    {
        var (hasClose, hasAdjusted) = (_columns.Close >= 0, _columns.AdjustedClose >= 0);
        return (arguments.One("adjusted"), hasClose, hasAdjusted) switch
        {
            (null or "both", true, true) => (true, true),
            ("yes", _, true) or (null, false, true) => (false, true),
            ("no", true, _) => (true, false),
            ("yes", true, false) => (false, true),
            (null, _, _) => throw new SourceFormatException(
                $"{file.Name} has one closing price and does not say whether it is adjusted for splits and dividends. Give --adjusted yes or --adjusted no. A price of years ago that is far below what was paid then is adjusted."),
            ("both", _, _) => throw new SourceFormatException($"{file.Name} has only one closing price, so --adjusted both cannot be. Give --adjusted yes or --adjusted no."),
            ("no", false, _) => throw new SourceFormatException($"{file.Name} has only adjusted prices by its own header, so --adjusted no cannot be. Leave the option out."),
            (var told, _, _) => throw new SourceFormatException($"adjusted: '{told}' is not known; give yes, no or both."),
        };
    }

    // A slash date with the year last may be day first or month first, and most days read either way.
    private string? DateFormat()
    {
        var told = arguments.One("date-format");
        var first = table.Rows.FirstOrDefault();
        if (told is not null || first is null || first.Problem is not null || CellReading.Date(first[_columns.Date], out _) is null) return told;
        throw new SourceFormatException($"{file.Name}, {first.Locator}: '{first[_columns.Date].Text}' is not year-month-day. Tell the form of the dates, such as --date-format MM/dd/yyyy.");
    }

    private (string Entity, string Unit) WhoseAndUnit()
    {
        var id = arguments.One("entity") is { } name ? Known(name)
            : arguments.One("ticker") is { } ticker ? sink.EntityOf("ticker", ticker, ticker)
            : throw new SourceFormatException($"{file.Name} does not say whose prices it holds. Give --entity with a known entity, or --ticker.");
        if (arguments.One("currency") is { } currency)
        {
            return Unit.TryParse(currency, out var unit) && unit.IsMoney ? (id, unit.Code) : throw new SourceFormatException($"currency: '{currency}' is not a known currency; give its three letters, such as USD.");
        }

        return (id, sink.Entities.Find(id)?.Kind == EntityKind.Market ? Unit.Index.Code : Unit.UsDollar.Code);
    }

    private string Known(string name) => sink.EntityNamed(name, "") ?? throw new SourceFormatException(
        $"No entity is called '{name}'. Use its id, name or ticker, or describe it first in an entities file (froth ingest csv).");
}
