using Froth.Core.Data;
using Froth.Core.Filings;
using Froth.Core.Time;

namespace Froth.Tests.Filings;

/// <summary>Makes filed facts by hand.</summary>
internal static class Filed
{
    private static readonly Provenance Recorded =
        new(new Source("sec", "SEC", "company facts", "https://data.sec.gov", null, "public domain", AccessClass.Public), new string('0', 64), "by hand");

    /// <summary>A fact of a firm <c>acme</c>; a tag without taxonomy is one of us-gaap.</summary>
    public static FiledFact Fact(string tag, string? start, string end, decimal value, string filed, string form = "10-Q", string unit = "USD", int sequence = 0, string dimension = "") => new()
    {
        Entity = "acme",
        Tag = tag.Contains(':', StringComparison.Ordinal) ? tag : "us-gaap:" + tag,
        Dimension = dimension,
        Period = new Period(start is null ? null : Day(start), Day(end)),
        Value = value,
        Unit = unit,
        Accession = new Accession(long.Parse(filed.Replace("-", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) * 100 + sequence),
        Form = form,
        Filed = Day(filed),
        Provenance = Recorded,
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the shipped map makes of the facts as of a day.</summary>
    public static FirmFacts FirmOn(string asOf, params FiledFact[] facts)
    {
        var day = Day(asOf);
        return FirmFacts.Of("acme", day, ConceptResolver.Shipped.Resolve(facts.Where(f => f.Filed <= day)), ConceptMap.Shipped);
    }

    /// <summary>Every figure of a concept that is not unknown.</summary>
    public static IReadOnlyList<FirmFact> Of(this FirmFacts firm, string concept, Basis? basis = null) =>
        [.. firm.Facts.Where(f => f.Concept == concept && (basis is null || f.Basis == basis) && f.Status != FirmFactStatus.Unknown)];
}
