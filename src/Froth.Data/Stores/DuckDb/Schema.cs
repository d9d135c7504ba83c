using Froth.Data.Ingest;

namespace Froth.Data.Stores.DuckDb;

/// <summary>The tables, and the checks by which a file is known as a store of this program.</summary>
internal static class Schema
{
    /// <summary>Version of the tables; raised with every change that an older program could not read.</summary>
    public const int Version = 2;

    /// <summary>
    /// Strings that repeat (entity, concept, dimension, unit, source id) are numbers into <c>words</c>; word 0 is the empty string.
    /// An observation holds either a point (<c>value</c> alone) or a range with an optional central value, as in the CSV.
    /// </summary>
    private const string Observations = """
        (no bigint, run integer, concept integer, entity integer, dimension integer, unit integer, starts date, ends date,
        value decimal(38,18), low decimal(38,18), high decimal(38,18), grade utinyint, published date, source integer,
        snapshot integer, line integer, locator varchar, note varchar)
        """;

    /// <summary>Facts of filings: <c>source</c> is the word of the publication, 0 where the snapshot itself is it; <c>rounded</c> is 0 or 1.</summary>
    private const string FiledFacts = """
        (no bigint, run integer, entity integer, tag integer, dimension integer, unit integer, starts date, ends date, value decimal(38,18),
        filed date, accession bigint, form integer, rounded utinyint, snapshot integer, source integer)
        """;

    private const string EntityReviews =
        "create table entity_reviews(run integer, snapshot integer, file varchar, locator varchar, name varchar, candidate varchar, score double, reason varchar);";

    private const string VersionSql = "select max(value) from meta where key = 'schema_version'";

    public static string Create { get; } = $"""
        create table meta(key varchar, value varchar);
        create table words(no integer, text varchar);
        create table runs(no integer, recorded bigint, who varchar, what varchar, origin varchar, code_version varchar, state varchar,
            added bigint, duplicates bigint, quarantined bigint, withdrawn bigint);
        create table run_files(run integer, snapshot integer, name varchar, kind varchar, manifest integer);
        create table snapshots(no integer, sha256 varchar, name varchar, fetched bigint, bytes bigint, run integer,
            source varchar, url varchar, format varchar, arguments varchar, access varchar);
        create table quarantine(run integer, file varchar, line bigint, reason_column varchar, reason varchar, raw varchar, locator varchar);
        create table withdrawals(kind varchar, row_no bigint, run integer);
        create table observations{Observations};
        create table filed_facts{FiledFacts};
        {EntityReviews}
        {string.Join('\n', CsvShape.Records.Select(s => $"create table {s.Name}({RecordColumns(s)});"))}
        insert into meta values ('format', 'froth'), ('schema_version', '{Version}');
        """;

    /// <summary>Where a run is parsed into when the store already holds observations to compare with.</summary>
    public static string CreateStaged => $"create temp table staged{Observations}";

    /// <summary>The same for facts of filings.</summary>
    public static string CreateStagedFacts => $"create temp table staged_facts{FiledFacts}";

    // Version 1 knew no sources: its snapshots are all canonical CSV files.
    private static string UpgradeToVersion2 => $"""
        begin transaction;
        alter table snapshots add column source varchar default '';
        alter table snapshots add column url varchar default '';
        alter table snapshots add column format varchar default '';
        alter table snapshots add column arguments varchar default '';
        alter table snapshots add column access varchar default '';
        alter table quarantine add column locator varchar default '';
        create table filings({RecordColumns(CsvShape.Filings)});
        create table filed_facts{FiledFacts};
        {EntityReviews}
        update meta set value = '2' where key = 'schema_version';
        commit;
        checkpoint;
        """;

    /// <summary>Brings an older store, which <see cref="Check"/> let pass, to the present version: all of it or nothing.</summary>
    public static void Upgrade(DuckSession session)
    {
        if (session.Scalar(VersionSql) < Version) session.Execute(UpgradeToVersion2);
    }

    /// <summary>Columns of a small table: row number, run, snapshot, line, then the columns of the CSV by their own types.</summary>
    private static string RecordColumns(CsvShape shape) => "no bigint, run integer, snapshot integer, line integer, " +
        string.Join(", ", shape.Columns.Select(c => $"\"{c.Name}\" {SqlType(c.Kind)}"));

    private static string SqlType(CellKind kind) => kind switch
    {
        CellKind.Date => "date",
        CellKind.Number => "decimal(38,18)",
        _ => "varchar",
    };

    /// <summary>Refuses a file that is no store, or a newer one.</summary>
    public static void Check(DuckSession session, string path)
    {
        int version;
        try
        {
            version = (int)session.Scalar(VersionSql);
        }
        catch (DuckFault fault)
        {
            throw new StoreCorruptException($"{path} is a DuckDB file but not a Froth store (it has no table of versions). It was left untouched. "
                + "Choose another file with --store, or move this one away.", fault);
        }

        if (version > Version)
        {
            throw new StoreTooNewException($"{path} has schema version {version}; this program knows versions up to {Version}. It was left untouched. "
                + "Use the newer Froth that wrote it, or choose another file with --store.");
        }

        if (version < 1)
        {
            throw new StoreCorruptException($"{path} names no schema version. It was left untouched. Restore it from a copy, or move it away and ingest again "
                + "(the raw bytes lie in the folder snapshots beside it).");
        }
    }
}
