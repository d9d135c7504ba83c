using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Financing;
using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>Builds flows and events from the rows of their tables.</summary>
internal static class RecordReader
{
    public static List<Flow> Flows(FactReader facts, Vintage vintage) =>
        [.. HeldRecords.Read(facts.Session, CsvShape.Flows, facts.Visible(vintage)).Select(held => FlowOf(facts, held)).OrderBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.PublishedAt)];

    public static List<DatedEvent> Events(FactReader facts, Vintage vintage)
    {
        var latest = new Dictionary<string, HeldRecord>(StringComparer.Ordinal);
        foreach (var held in HeldRecords.Read(facts.Session, CsvShape.Events, facts.Visible(vintage)))
        {
            // The table is in the order of recording, so of equal days of publication the later recorded row wins.
            if (!latest.TryGetValue(held.Row["id"], out var before) || string.CompareOrdinal(held.Row["published"], before.Row["published"]) >= 0)
                latest[held.Row["id"]] = held;
        }

        return [.. latest.Values.Select(held => EventOf(facts, held)).OrderBy(e => e.Date).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>The latest visible revision of each filing of one entity, by day and number.</summary>
    public static List<FilingRecord> Filings(FactReader facts, string entity, Vintage vintage)
    {
        var latest = new Dictionary<string, HeldRecord>(StringComparer.Ordinal);
        var where = $"entity = '{entity.Replace("'", "''", StringComparison.Ordinal)}' and {facts.Visible(vintage)}";
        foreach (var held in HeldRecords.Read(facts.Session, CsvShape.Filings, where))
        {
            if (!latest.TryGetValue(held.Row["id"], out var before) || string.CompareOrdinal(held.Row["published"], before.Row["published"]) >= 0)
                latest[held.Row["id"]] = held;
        }

        return [.. latest.Values.Select(held => FilingOf(facts, held)).OrderBy(f => f.Published).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }

    private static FilingRecord FilingOf(FactReader facts, HeldRecord held)
    {
        var row = held.Row;
        return new FilingRecord
        {
            Id = row["id"], Entity = row["entity"], Form = row["form"], Published = Date(row["published"]),
            Period = row["period"].Length > 0 ? Date(row["period"]) : null, Document = row["document"], Title = row["title"],
            Provenance = facts.ProvenanceOf(facts.SourceOf(row["source"], held.Snapshot), held.Snapshot, row.Line, row["id"]),
        };
    }

    private static Flow FlowOf(FactReader facts, HeldRecord held)
    {
        var row = held.Row;
        Codes.TryParse<FlowKind>(row["kind"], out var kind);
        Codes.TryParse<Grade>(row["grade"], out var grade);
        Codes.TryParse<Binding>(row["binding"], out var binding);
        Codes.TryParse<DatePrecision>(row["date_precision"], out var precision);
        Unit.TryParse(row["currency"], out var currency);
        return new Flow
        {
            Id = row["id"],
            From = row["from"].Split('|', StringSplitOptions.RemoveEmptyEntries),
            To = row["to"].Split('|', StringSplitOptions.RemoveEmptyEntries),
            FromName = row["from_name"].Length > 0 ? row["from_name"] : row["from"],
            ToName = row["to_name"].Length > 0 ? row["to_name"] : row["to"],
            Kind = kind,
            Announced = Date(row["announced"]),
            DatePrecision = precision,
            Value = new Amount(Number(row["low"]), Number(row["high"])),
            Currency = currency,
            IsUpTo = row["up_to"] == "true",
            Binding = binding,
            CountsInTotal = row["counts_in_total"] != "false",
            TermYears = row["term_years"].Length > 0 ? double.Parse(row["term_years"], CultureInfo.InvariantCulture) : null,
            Grade = grade,
            PublishedAt = Date(row["published"]),
            RecordedAt = facts.RecordedAt(held.Run),
            Provenance = facts.ProvenanceOf(facts.SourceOf(row["source"], held.Snapshot), held.Snapshot, row.Line, row["locator"]),
            Note = row["what"],
        };
    }

    private static DatedEvent EventOf(FactReader facts, HeldRecord held)
    {
        var row = held.Row;
        return new DatedEvent(row["id"], Date(row["date"]), row["category"], row["what"], row["value"], row["unit"], Date(row["published"]),
            facts.SourceOf(row["source"], held.Snapshot));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => text.Length > 0 ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
