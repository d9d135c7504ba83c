namespace Froth.Data.Http;

/// <summary>What the client may do at most. The defaults are those of the program; tests set their own.</summary>
public sealed record FetchLimits
{
    /// <summary>Requests a second to the hosts of EDGAR together. Its operator asks for at most 10.</summary>
    public int EdgarPerSecond { get; init; } = 9;

    /// <summary>Requests a second to any other host.</summary>
    public int PerSecond { get; init; } = 5;

    /// <summary>Requests under way at one host at the same time.</summary>
    public int ConcurrencyPerHost { get; init; } = 4;

    /// <summary>Times that a request is sent before it counts as failed.</summary>
    public int MaximumAttempts { get; init; } = 6;

    /// <summary>Pause before the second attempt; it doubles with every further one and is shaken by chance.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause where the host does not ask for one.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest pause that a host may ask for by <c>Retry-After</c>; longer wishes are cut to this.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time from sending a request to the headers of its response, connecting included.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time within which not even 1 KiB of a body arrives.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Redirects followed for one request.</summary>
    public int MaximumRedirects { get; init; } = 5;

    /// <summary>Most bytes that one compressed byte may become, once a body is longer than 1 MiB.</summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>
    /// Folder in which the processes of this user keep, per host, when the next request may be sent. It belongs to the user and not to
    /// a store, because a host counts the requests of a machine and not those of a store.
    /// </summary>
    public string SlotFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".froth", "rate");

    /// <summary>Whether <c>http</c> to this machine itself is allowed. Only for tests, which run a server of their own.</summary>
    public bool AllowLoopbackHttp { get; init; }
}
