using System.Collections.Concurrent;
using Froth.Core;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Time;
using Froth.Data.Sources.Edgar;

namespace Froth.IntegrationTests.Sources.Edgar;

/// <summary>Recorded company facts, read by the source and resolved as of a day.</summary>
internal static class RecordedFirms
{
    private static readonly DateOnly Recorded = new(2026, 7, 9);

    private static readonly Provenance Here =
        new(new Source("edgar", "SEC", "company facts", "https://data.sec.gov", null, "public domain", AccessClass.Public), new string('0', 64), "recorded");

    private static readonly ConcurrentDictionary<string, IReadOnlyList<FiledFact>> Held = new(StringComparer.Ordinal);

    public static IReadOnlyList<FiledFact> Nvidia => Of("nvidia", "0001045810");

    public static IReadOnlyList<FiledFact> Apple => Of("apple", "0000320193");

    public static IReadOnlyList<FiledFact> Alphabet => Of("alphabet", "0001652044");

    /// <summary>The firm's figures as the world could know them on a day.</summary>
    public static FirmFacts On(this IReadOnlyList<FiledFact> facts, int year, int month, int day)
    {
        var asOf = new DateOnly(year, month, day);
        return FirmFacts.Of(facts[0].Entity, asOf, ConceptResolver.Shipped.Resolve(facts.Where(f => f.Filed <= asOf)), ConceptMap.Shipped);
    }

    /// <summary>The newest figure of a concept that is told, on a basis.</summary>
    public static FirmFact Newest(this FirmFacts firm, string concept, Basis basis) =>
        firm.Facts.Where(f => f.Concept == concept && f.Basis == basis && f.Status != FirmFactStatus.Unknown).MaxBy(f => f.Period.End)!;

    /// <summary>All readings of a concept at a day.</summary>
    public static IReadOnlyList<FirmFact> At(this FirmFacts firm, string concept, Basis basis, string end) =>
        [.. firm.Facts.Where(f => f.Concept == concept && f.Basis == basis && f.Period.End == DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) && f.Status != FirmFactStatus.Unknown)];

    /// <summary>Facts of a file as the resolver takes them.</summary>
    public static IReadOnlyList<FiledFact> Facts(RecordingSink sink) => [.. sink.Facts.Select(f =>
    {
        Accession.TryParse(System.Text.Encoding.ASCII.GetBytes(f.Accession), out var accession);
        return new FiledFact
        {
            Entity = f.Entity, Tag = f.Tag, Dimension = f.Dimension, Period = new Period(f.Start, f.End), Value = f.Value, Unit = f.Unit, Accession = accession,
            Form = f.Form, Filed = f.Filed, HasRoundedDates = f.IsRounded, Provenance = Here,
        };
    })];

    private static IReadOnlyList<FiledFact> Of(string entity, string cik) => Held.GetOrAdd(entity, _ =>
    {
        var known = new Entity { Id = entity, Name = Bilingual.Same(entity), Kind = EntityKind.Firm, Identifiers = new Dictionary<string, string> { ["cik"] = cik.TrimStart('0') } };
        return Facts(RecordingSink.Parse(new EdgarSource(), Repository.Shared($"samples/edgar/companyfacts/CIK{cik}.json"), Recorded, null, known));
    });
}
