namespace Froth.Data.Sources;

/// <summary>A response is not what it should be; the message says what, where, and what to do.</summary>
public sealed class SourceFormatException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A source needs a setting that the user has not given; the message says which and how.</summary>
public sealed class SourceNotConfiguredException(string message) : Exception(message);

/// <summary>A source could not be reached, refused, or answered with something unusable; what was held before is untouched.</summary>
public sealed class SourceUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when the fault may pass by itself (an outage, a limit of rate), false when asking again will not help.</summary>
    public bool MayPass { get; init; }
}
