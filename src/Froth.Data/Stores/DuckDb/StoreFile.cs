namespace Froth.Data.Stores.DuckDb;

/// <summary>Opens files of the store and says in the store's own words why one cannot be opened.</summary>
internal static class StoreFile
{
    private static ReadOnlySpan<byte> Magic => "DUCK"u8;

    /// <summary>Opens a file that has to exist and to be sound.</summary>
    public static DuckSession Open(string path, bool readOnly, string memoryLimit)
    {
        CheckHeader(path);
        try
        {
            return DuckSession.Open(path, readOnly, memoryLimit);
        }
        catch (DuckFault fault)
        {
            throw Translate(path, fault);
        }
    }

    /// <summary>Cheap check of the first bytes, made on every start: a file that is no database is named before anything relies on it.</summary>
    public static void CheckHeader(string path)
    {
        Span<byte> head = stackalloc byte[12];
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.ReadAtLeast(head, 12, throwOnEndOfStream: false) == 12 && head[8..].SequenceEqual(Magic)) return;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreUnavailableException($"{path} may not be read: {fault.Message} Change its permissions or choose another file with --store.", fault);
        }

        throw Corrupt(path, "it does not begin like a DuckDB file", null);
    }

    public static StoreException Translate(string path, DuckFault fault)
    {
        if (fault.Message.Contains("Could not set lock", StringComparison.Ordinal))
            return new StoreBusyException($"{path} is held open by another program: {fault.Message} Close that program and try again.", fault);
        if (fault.Message.Contains("version number", StringComparison.Ordinal))
            return new StoreTooNewException($"{path} was written by a newer DuckDB than this program has: {fault.Message} It was left untouched. Use the newer Froth that wrote it, or choose another file with --store.", fault);
        if (fault.Message.Contains("Permission denied", StringComparison.OrdinalIgnoreCase) || fault.Message.Contains("Cannot open file", StringComparison.Ordinal))
            return new StoreUnavailableException($"{path} cannot be opened: {fault.Message} Check the folder and its permissions, or choose another file with --store.", fault);
        return Corrupt(path, fault.Message, fault);
    }

    private static StoreCorruptException Corrupt(string path, string why, Exception? inner) => new(
        $"{path} cannot be read as a store: {why}. It was left untouched. Restore it from a copy, or move it away and ingest again "
        + "(the raw bytes of every ingested file lie in the folder snapshots beside it).", inner);
}
