using System.Globalization;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Froth.Data.Stores.DuckDb;

/// <summary>One open database file and one connection to it, by the driver's native calls: no boxing, and little to compile at start.</summary>
internal sealed class DuckSession : IDisposable
{
    private readonly DuckDBDatabase? _database;

    private DuckSession(DuckDBDatabase? database, DuckDBNativeConnection connection)
    {
        _database = database;
        Connection = connection;
    }

    /// <summary>Threads that the engine may use unless told otherwise.</summary>
    public static int UsualThreads { get; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    public DuckDBNativeConnection Connection { get; }

    /// <summary>Opens a file; a missing file is created unless <paramref name="readOnly"/> is set.</summary>
    /// <exception cref="DuckFault">The engine refused, with its own message.</exception>
    public static DuckSession Open(string path, bool readOnly, string memoryLimit)
    {
        Configuration.DuckDBCreateConfig(out var config);
        using (config)
        {
            Set(config, "access_mode", readOnly ? "READ_ONLY" : "READ_WRITE");
            Set(config, "memory_limit", memoryLimit);
            Set(config, "threads", UsualThreads.ToString(CultureInfo.InvariantCulture));
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            if (!Startup.DuckDBOpen(path, out var database, config, out var error).IsSuccess()) throw new DuckFault(error);
            if (Startup.DuckDBConnect(database, out var connection).IsSuccess()) return new DuckSession(database, connection);
            database.Dispose();
            throw new DuckFault($"No connection to {path}.");
        }
    }

    /// <summary>
    /// A further connection to the same open file, for another thread. It sees what is committed. Close it before this session.
    /// </summary>
    public DuckSession Beside() => Startup.DuckDBConnect(_database!, out var connection).IsSuccess()
        ? new DuckSession(null, connection)
        : throw new DuckFault("No further connection.");

    /// <summary>Runs one or several statements.</summary>
    public void Execute(string sql) => Query(sql).Dispose();

    /// <summary>Sets how many threads the engine may use from now on, the caller's own included.</summary>
    public void UseThreads(int threads) => Execute(string.Create(CultureInfo.InvariantCulture, $"set threads = {threads}"));

    /// <summary>Runs a statement and returns its rows.</summary>
    public DuckRows Query(string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(Connection, sql, out var result);
        if (state.IsSuccess()) return new DuckRows(result);
        var message = NativeMethods.Query.DuckDBResultError(ref result);
        result.Close();
        throw new DuckFault(message);
    }

    /// <summary>Runs an insert and returns how many rows it added.</summary>
    public long Insert(string sql)
    {
        using var rows = Query(sql);
        return rows.NextChunk() ? rows.Longs(0)[0] : 0;
    }

    /// <summary>The first column of the first row as a number; 0 for none.</summary>
    public long Scalar(string sql)
    {
        using var rows = Query($"select ({sql})::bigint");
        return rows.NextChunk() && rows.Count > 0 && !rows.IsNull(0, 0) ? rows.Longs(0)[0] : 0;
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database?.Dispose();
    }

    private static void Set(DuckDBConfig config, string option, string value)
    {
        if (!Configuration.DuckDBSetConfig(config, option, value).IsSuccess()) throw new DuckFault($"Option {option}={value} was refused.");
    }
}

/// <summary>What the engine said. Never leaves the store: it is translated into the store's own exceptions.</summary>
internal sealed class DuckFault(string message) : Exception(message);
