using Froth.Core.Data;

namespace Froth.Core.Filings;

/// <summary>One filing as an index of filings tells it: who filed which form, and when it became public.</summary>
public sealed record FilingRecord
{
    /// <summary>Its number, <c>0001045810-24-000029</c> at EDGAR; elsewhere the number that its register gives.</summary>
    public required string Id { get; init; }

    /// <summary>Entity id of the filer.</summary>
    public required string Entity { get; init; }

    /// <summary>Form, such as <c>10-K</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The day on which it became public.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Last day of the period that it reports on; null where none is told.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>Name or address of its main document; may be empty.</summary>
    public string Document { get; init; } = "";

    /// <summary>Title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The index that it was read from.</summary>
    public required Provenance Provenance { get; init; }
}
