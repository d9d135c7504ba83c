using Froth.Core.Data;

namespace Froth.Core.Indicators;

/// <summary>How often an indicator gets a new reading.</summary>
public enum Frequency
{
    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Annual,

    /// <summary>When something happens: a round, a report.</summary>
    Irregular,
}

/// <summary>How a value is written for people.</summary>
public enum Display
{
    /// <summary>A plain number with a sensible number of digits.</summary>
    Number,

    /// <summary>A fraction written as a percentage.</summary>
    Percent,

    /// <summary>A multiple, written with ×.</summary>
    Multiple,

    /// <summary>Money in billions (亿 in Chinese).</summary>
    Money,

    /// <summary>A price with its cents.</summary>
    Price,
}

/// <summary>Literature or document that a method or threshold rests on.</summary>
/// <param name="Text">The reference as it should be printed.</param>
/// <param name="Url">Address or DOI link; empty when there is none.</param>
public sealed record Citation(string Text, string Url = "");

/// <summary>Everything about an indicator except its arithmetic. CLI, JSON, pages, docs and reports all render this.</summary>
public sealed record Definition
{
    /// <summary>Stable kebab-case id: URL, CLI argument, column name.</summary>
    public required string Id { get; init; }

    /// <summary>Raised whenever Compute changes what it returns.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Short name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What a reading of this indicator means for the reader, in one or two sentences.</summary>
    public required Bilingual Meaning { get; init; }

    /// <summary>Pillar it belongs to.</summary>
    public required Pillar Pillar { get; init; }

    /// <summary>Unit of every value.</summary>
    public required Unit Unit { get; init; }

    /// <summary>How values are written.</summary>
    public required Display Display { get; init; }

    /// <summary>How often it is renewed.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>The formula and its rules, in words.</summary>
    public required Bilingual Method { get; init; }

    /// <summary>What could mislead.</summary>
    public required Bilingual Caveats { get; init; }

    /// <summary>Literature and documents; at least one.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Cuts between calm, watch, elevated and alarm.</summary>
    public required Bands Bands { get; init; }

    /// <summary>Days after which the latest reading no longer counts as current; the default follows the frequency.</summary>
    public int StaleAfterDays
    {
        get => field > 0 ? field : Frequency switch
        {
            Frequency.Monthly => 100,
            Frequency.Quarterly => 185,
            Frequency.Annual => 550,
            _ => 270,
        };
        init;
    }

    /// <summary>
    /// 1 when scaling every money input by k scales the value by k, 0 when it leaves the value unchanged. Checked by the contract suite.
    /// </summary>
    public int MoneyDegree { get; init; }
}
