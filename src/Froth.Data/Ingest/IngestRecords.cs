using System.Reflection;
using Froth.Core.Data;
using Froth.Data.Sources;
using Froth.Data.Stores;

namespace Froth.Data.Ingest;

/// <summary>How to ingest.</summary>
public sealed record IngestOptions
{
    /// <summary>The clock of the run: rows published after its date (UTC) are refused, and facts bear its instant as recorded.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>When set, one bad row keeps the whole run from landing.</summary>
    public bool Strict { get; init; }

    /// <summary>What was asked for, as the ledger and a waiting process will read it.</summary>
    public string What { get; init; } = "ingest csv";

    /// <summary>Who asks.</summary>
    public string Who { get; init; } = Environment.UserName;

    /// <summary>Version of the program that asks.</summary>
    public string CodeVersion { get; init; } = ProgramVersion;

    /// <summary>Access class of rows whose source states none. What its owner does not restrict is not restricted.</summary>
    public AccessClass DefaultAccess { get; init; } = AccessClass.Public;

    /// <summary>
    /// Name of a data set that the files tell completely: facts of earlier runs of the same set that they no longer contain are
    /// withdrawn from this run on. Null for files that only add.
    /// </summary>
    public string? CompleteSet { get; init; }

    /// <summary>Whether readers see the run at once. When false, <see cref="DuckDbStore.Publish"/> or the next run shows it.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>How long to wait for another writer.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told after every batch; may be null.</summary>
    public IProgress<IngestProgress>? Progress { get; init; }

    /// <summary>The source whose responses the files are, and whose formats alone are tried; null for canonical CSV files.</summary>
    public ISource? Source { get; init; }

    /// <summary>By what arguments the source parses files that bear none of their own.</summary>
    public SourceArguments Arguments { get; init; } = SourceArguments.None;

    /// <summary>Longest row, in bytes; a longer one is refused without being held in memory.</summary>
    public int MaximumRowBytes { get; init; } = 1 << 20;

    private static string ProgramVersion { get; } =
        typeof(IngestOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

/// <summary>How far an ingest run has come.</summary>
/// <param name="BytesDone">Bytes parsed so far, over all files.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
/// <param name="Rows">Rows parsed so far.</param>
/// <param name="Elapsed">Time since the parsing began.</param>
public readonly record struct IngestProgress(long BytesDone, long BytesTotal, long Rows, TimeSpan Elapsed)
{
    /// <summary>Rows a second; 0 before any time has passed.</summary>
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;
}

/// <summary>What an ingest run did.</summary>
public sealed record IngestResult
{
    /// <summary>Number of the run in the ledger, or null when nothing changed.</summary>
    public required int? Run { get; init; }

    /// <summary>The files, with what they turned out to be.</summary>
    public required IReadOnlyList<RunFile> Files { get; init; }

    /// <summary>Names of files whose very bytes the store already held, and which were therefore not read again.</summary>
    public IReadOnlyList<string> AlreadyHeld { get; init; } = [];

    /// <summary>Rows read, headers not counted.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows added.</summary>
    public long Added { get; init; }

    /// <summary>Rows skipped because the store, or the run itself, already held the same.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows refused.</summary>
    public long Quarantined { get; init; }

    /// <summary>Facts that are no longer told: of an earlier run of the same complete set, or by a file that was parsed again.</summary>
    public long Withdrawn { get; init; }

    /// <summary>Names that no entity certainly bears, which went to the review list.</summary>
    public long Reviews { get; init; }

    /// <summary>The first problems, at most twenty.</summary>
    public IReadOnlyList<QuarantinedRow> Problems { get; init; } = [];

    /// <summary>True when the store is as it was.</summary>
    public bool Unchanged => Run is null;

    /// <summary>Time until the run was durable: hashed, parsed, validated, stored, committed.</summary>
    public TimeSpan StoreTime { get; init; }

    /// <summary>Time to publish the generation that readers see.</summary>
    public TimeSpan PublishTime { get; init; }
}

/// <summary>Nothing landed; the message and <see cref="Problems"/> say why.</summary>
public sealed class IngestRejectedException(string message, IReadOnlyList<QuarantinedRow> problems) : Exception(message)
{
    /// <summary>The first problems, at most twenty.</summary>
    public IReadOnlyList<QuarantinedRow> Problems { get; } = problems;
}
