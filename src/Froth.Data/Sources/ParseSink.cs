using Froth.Core.Entities;
using Froth.Core.Filings;

namespace Froth.Data.Sources;

/// <summary>
/// Where a parser puts what it read. Two ways lead in: rows of the canonical tables, which pass the same checks as a user's own CSV;
/// and batches of filed facts, which come by the million. What cannot be used is refused here with place and reason, never dropped.
/// </summary>
public abstract class ParseSink
{
    /// <summary>The entities known so far, those told by this parse included.</summary>
    public abstract EntityBook Entities { get; }

    /// <summary>The run's date (UTC): nothing can have been published after it.</summary>
    public abstract DateOnly Today { get; }

    /// <summary>
    /// Adds one row to a canonical table (<c>observations</c>, <c>flows</c>, <c>events</c>, <c>entities</c>, <c>sources</c>, <c>filings</c>). Columns as in
    /// docs/guide/csv.md; numbers in invariant spelling, dates as yyyy-MM-dd; a null or missing cell is empty. The checks of the table
    /// run later; a row that fails them goes to quarantine under its locator.
    /// </summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="locator">Place in the response: JSON pointer, row number, page.</param>
    /// <param name="cells">Column and value.</param>
    public abstract void Row(string table, string locator, params ReadOnlySpan<(string Column, string? Value)> cells);

    /// <summary>Refuses a piece of the response.</summary>
    /// <param name="locator">Place in the response.</param>
    /// <param name="column">Field at fault; empty when the piece as a whole is.</param>
    /// <param name="reason">What is wrong, in a sentence.</param>
    /// <param name="raw">The piece as it stood; it is cut after 500 bytes.</param>
    public abstract void Refuse(string locator, string column, string reason, ReadOnlySpan<byte> raw);

    /// <summary>
    /// The id of the entity with that identifier, registering a new one (<c>cik-1234567</c>) when the book knows none: the facts of a
    /// filer are kept even when nobody has described it yet.
    /// </summary>
    /// <param name="scheme"><c>cik</c>, <c>lei</c>, <c>uscc</c> or <c>ticker</c>.</param>
    /// <param name="value">The identifier; a CIK with or without leading zeros.</param>
    /// <param name="name">Name by which the response calls it.</param>
    public abstract string EntityOf(string scheme, string value, string name);

    /// <summary>
    /// The id of the entity that a name means, or null when no entity is certain. A name that is merely similar to a known one goes to
    /// the review list with its best candidate.
    /// </summary>
    /// <param name="name">Name as told.</param>
    /// <param name="locator">Place in the response.</param>
    public abstract string? EntityNamed(string name, string locator);

    /// <summary>The filing with that number, when the store knows it; else null.</summary>
    public virtual KnownFiling? FindFiling(Accession accession) => null;

    /// <summary>The filing of an entity with that form about the period that ends on a day, when the store knows it; else null.</summary>
    public virtual KnownFiling? FindFiling(string entity, string form, DateOnly periodEnd) => null;

    /// <summary>Number of a word for <see cref="FiledFactBatch"/>.</summary>
    internal abstract int Word(ReadOnlySpan<byte> word);

    /// <summary>An empty batch to fill.</summary>
    internal abstract FiledFactBatch Rent();

    /// <summary>Hands over a filled batch, which the parser must not touch again.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="bytesDone">Bytes of the response read so far, for the progress bar.</param>
    internal abstract void Land(FiledFactBatch batch, long bytesDone);

    /// <summary>Throws when the run was cancelled.</summary>
    public abstract void ThrowIfCancelled();
}

/// <summary>A filing that the store already knows, from an index of filings or from facts of it.</summary>
/// <param name="Accession">Its number.</param>
/// <param name="Form">Its form.</param>
/// <param name="Filed">The day on which it became public.</param>
public sealed record KnownFiling(Accession Accession, string Form, DateOnly Filed);
