namespace Froth.Data.Stores;

/// <summary>The store cannot be used; the message says what happened and what to do.</summary>
public abstract class StoreException : Exception
{
    private protected StoreException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}

/// <summary>A file of the store is damaged or is not a store. It was left untouched.</summary>
public sealed class StoreCorruptException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The store was written by a newer program. It was left untouched.</summary>
public sealed class StoreTooNewException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>Another process is writing; the message names it.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The store's file cannot be reached: no permission, no space, a missing folder.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : StoreException(message, inner);
