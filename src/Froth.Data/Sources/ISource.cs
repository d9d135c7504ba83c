using Froth.Core;
using Froth.Core.Data;

namespace Froth.Data.Sources;

/// <summary>
/// One place from which facts come. A source says which requests bring it up to date, recognises its own responses by their content,
/// and parses them. All of this is pure: the network, the clock and the store belong to the puller and to the ingest run, so every
/// source is tested with recorded responses, and every response can be parsed again offline.
/// </summary>
public interface ISource
{
    /// <summary>What it is, on which terms, and what it needs.</summary>
    SourceDescription Description { get; }

    /// <summary>The requests to make first. Empty for a source that only reads files.</summary>
    /// <param name="arguments">What was asked for.</param>
    /// <param name="settings">The user's settings: contact, keys, tokens.</param>
    /// <exception cref="SourceNotConfiguredException">A setting that the source needs is missing; the message says which and how to set it.</exception>
    IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings);

    /// <summary>Requests that a response leads to: overflow pages, documents it names. Usually none.</summary>
    IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments) => [];

    /// <summary>The format of a file when it is one of this source's, by content and never by name alone; else null.</summary>
    string? Recognise(SourceFile file);

    /// <summary>
    /// Reads a response whole. Trouble with one piece is refused and the rest goes on; a response that as a whole is not what it should
    /// be throws, and nothing of it lands.
    /// </summary>
    /// <exception cref="SourceFormatException">The response is truncated, malformed, an error page, or hostile.</exception>
    void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink);
}

/// <summary>What a source is.</summary>
public sealed record SourceDescription
{
    /// <summary>Short stable id: <c>edgar</c>, <c>fred</c>, <c>epoch</c>. Also the word after <c>froth ingest</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it gives and what to beware of, in one or two sentences.</summary>
    public required Bilingual Summary { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Its home page.</summary>
    public required string Url { get; init; }

    /// <summary>Terms of use.</summary>
    public required string Licence { get; init; }

    /// <summary>Who may see what comes from it.</summary>
    public AccessClass Access { get; init; } = AccessClass.Public;

    /// <summary>The arguments it takes: each is an option of the command line and a field of a schedule.</summary>
    public IReadOnlyList<SourceArgument> Arguments { get; init; } = [];

    /// <summary>Settings without which it cannot be fetched.</summary>
    public IReadOnlyList<string> NeededSettings { get; init; } = [];

    /// <summary>Cron expression that suits its own rhythm of publication.</summary>
    public string SuggestedSchedule { get; init; } = "0 6 * * *";

    /// <summary>Days after the last good pull from which its data count as stale.</summary>
    public int StaleAfterDays { get; init; } = 45;

    /// <summary>True when its responses were seen only in documentation, never live or recorded.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>False for a source that only reads files that its user supplies.</summary>
    public bool CanFetch { get; init; } = true;
}

/// <summary>One argument of a source.</summary>
/// <param name="Name">Name of the option, without dashes: <c>cik</c>.</param>
/// <param name="Help">What it means.</param>
/// <param name="IsMany">Whether it may be given several times or as a comma-separated list.</param>
/// <param name="Allowed">The only values it may take; null for any.</param>
public sealed record SourceArgument(string Name, Bilingual Help, bool IsMany = false, IReadOnlyList<string>? Allowed = null);
