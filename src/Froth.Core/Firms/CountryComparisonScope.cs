using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>What the rows of a comparison share.</summary>
internal sealed record CountryComparisonScope(InputSet Inputs, Country First, Country Second)
{
    public DateOnly AsOf => Inputs.Vintage.AsOf;

    public EntityBook Entities => Inputs.Entities;

    /// <summary>True for an entity of a layer with its seat in a country.</summary>
    public bool IsIn(string entity, Country country) => Entities.Find(entity) is { } known && known.Country == country.Code && AiLayers.Of(known) is not null;

    /// <summary>A row read the same way for both countries.</summary>
    public CountryComparisonRow Row(string id, Bilingual group, Bilingual title, Unit unit, Display display, Bilingual counted, Func<Country, CountryComparisonSide> read, Bilingual? note = null) =>
        new() { Id = id, Group = group, Title = title, Unit = unit, Display = display, Counted = counted, First = read(First), Second = read(Second), Note = note };

    public IReadOnlyList<Bilingual> NamesOf(IEnumerable<string> entities) => [.. entities.Distinct(StringComparer.Ordinal).Select(Entities.NameOf)];

    /// <summary>Names in one line, the first few and how many more.</summary>
    public static Bilingual Line(IReadOnlyList<Bilingual> names)
    {
        const int shown = 6;
        var more = names.Count - shown;
        return new(
            string.Join(", ", names.Take(shown).Select(n => n.English)) + (more > 0 ? $" and {more} more" : ""),
            string.Join("、", names.Take(shown).Select(n => n.In(Language.SimplifiedChinese))) + (more > 0 ? $"等{names.Count}家" : ""));
    }

    /// <summary>The middle one, or the mean of the two in the middle; NaN for none.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return double.NaN;
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
