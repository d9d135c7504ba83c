namespace Froth.Core.Data;

/// <summary>Where a fact was read by whoever told it: the published page or filing.</summary>
/// <param name="Id">Short id, unique in the store.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Title of the page or filing.</param>
/// <param name="Url">Address; empty only for a user's own file.</param>
/// <param name="Date">Date of the source, or null where none is told.</param>
/// <param name="Licence">Terms under which the fact may be used.</param>
/// <param name="Access">Who may see what comes from it.</param>
public sealed record Source(string Id, string Publisher, string Title, string Url, DateOnly? Date, string Licence, AccessClass Access);

/// <summary>The raw bytes that a fact was parsed from, named by their SHA-256. Never changed, never deleted.</summary>
/// <param name="Id">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Name">Name of the file or address fetched.</param>
/// <param name="FetchedAt">When the bytes came.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record Snapshot(string Id, string Name, DateTimeOffset FetchedAt, long Bytes);

/// <summary>The whole way from a fact back to its evidence.</summary>
/// <param name="Source">The publication.</param>
/// <param name="SnapshotId">SHA-256 of the bytes that were parsed.</param>
/// <param name="Locator">Place inside: file and line, JSON pointer, accession number and tag.</param>
public sealed record Provenance(Source Source, string SnapshotId, string Locator);
