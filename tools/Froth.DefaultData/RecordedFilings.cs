using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Sources;

namespace Froth.DefaultData;

/// <summary>The as-filed facts of one firm, read by the program's own source. Only tags that the concept map names are kept.</summary>
internal sealed class RecordedFilings
{
    public required string Entity { get; init; }
    public required string Source { get; init; }
    public required IReadOnlyList<FiledFact> Facts { get; init; }

    public static RecordedFilings Read(InputFolder inputs, SourceRegistry sources, string entity, string name, string cik, string recorded)
    {
        var path = inputs.Path($"samples/edgar/companyfacts/{cik}.json", $"SEC companyfacts {cik} ({name}), recorded {recorded}");
        var source = sources.Add($"{name} (SEC)", $"EDGAR companyfacts {cik}", $"https://data.sec.gov/api/xbrl/companyfacts/{cik}.json",
            recorded, "date of recording", "public domain (US SEC filing)");
        var known = new Core.Entities.Entity
        {
            Id = entity, Name = Bilingual.Same(name), Kind = Core.Entities.EntityKind.Firm,
            Identifiers = new Dictionary<string, string> { ["cik"] = cik["CIK".Length..].TrimStart('0') },
        };
        var sink = MemorySink.Parse(SourceCatalogue.Find("edgar")!, path, Dates.Parse(recorded), null, known);
        if (sink.Refused.Count > 0) throw new InvalidDataException($"{cik}: {sink.Refused[0].Locator}: {sink.Refused[0].Reason}");
        var tags = ConceptMap.Shipped.Tags;
        var provenance = new Provenance(new Core.Data.Source(source, "", "", "", null, "", AccessClass.Public), "", "");
        return new RecordedFilings { Entity = entity, Source = source, Facts = [.. sink.Facts.Where(f => tags.Contains(f.Tag)).Select(f => Of(f, provenance))] };
    }

    /// <summary>What the firm's filings tell about Froth's concepts, revision by revision.</summary>
    public IEnumerable<Observation> Resolved() => ConceptResolver.Shipped.Resolve(Facts).Where(o => o.Resolution!.Status != ResolutionStatus.Disputed).Select(o => new Observation
    {
        Entity = o.Entity, Concept = o.Concept, Start = o.Period.Start, End = o.Period.End, Value = o.Value.Central, Unit = o.Unit.Code,
        Grade = Grades.Filed, Published = o.PublishedAt, Source = Source, Locator = $"{o.Resolution!.Fact.Accession} {o.Resolution.Tag}",
    });

    public static CsvFile ToCsv(IEnumerable<RecordedFilings> firms)
    {
        var file = new CsvFile("filed-facts.csv", "entity,tag,dimension,start,end,value,unit,accession,form,filed,source");
        var rows = firms.SelectMany(firm => firm.Facts.Select(f => (Fact: f, firm.Source)))
            .OrderBy(r => r.Fact.Entity, StringComparer.Ordinal).ThenBy(r => r.Fact.Tag, StringComparer.Ordinal).ThenBy(r => r.Fact.Unit, StringComparer.Ordinal)
            .ThenBy(r => r.Fact.Period).ThenBy(r => r.Fact.Filed).ThenBy(r => r.Fact.Accession).ThenBy(r => r.Fact.Value);
        foreach (var (f, source) in rows)
            file.Add(f.Entity, f.Tag, f.Dimension, Dates.Format(f.Period.Start), Dates.Format(f.Period.End), Numbers.Format(f.Value), f.Unit,
                f.Accession.ToString(), f.Form, Dates.Format(f.Filed), source);
        return file;
    }

    static FiledFact Of(ParsedFact fact, Provenance provenance)
    {
        if (!Accession.TryParse(System.Text.Encoding.ASCII.GetBytes(fact.Accession), out var accession)) throw new InvalidDataException($"Accession number '{fact.Accession}'.");
        return new FiledFact
        {
            Entity = fact.Entity, Tag = fact.Tag, Dimension = fact.Dimension, Period = new Period(fact.Start, fact.End), Value = fact.Value, Unit = fact.Unit,
            Accession = accession, Form = fact.Form, Filed = fact.Filed, HasRoundedDates = fact.IsRounded, Provenance = provenance,
        };
    }
}
