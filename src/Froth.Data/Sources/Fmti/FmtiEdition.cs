namespace Froth.Data.Sources.Fmti;

/// <summary>
/// One edition of the index. The files do not name their edition, so that it is known by what only it has; nor do they name the day of
/// publication, which is the announced day where it is certain and else the last day of the month in the edition's name.
/// </summary>
/// <param name="Id">Year and month.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Published">Day from which the world could know the scores.</param>
/// <param name="Folder">Folder of the publisher's repository.</param>
/// <param name="Indicator">An indicator that the edition has.</param>
/// <param name="Developer">A developer that only this edition rates; null where the indicator suffices.</param>
internal sealed record FmtiEdition(string Id, string Title, DateOnly Published, string Folder, string Indicator, string? Developer)
{
    /// <summary>Indicators of every edition so far.</summary>
    public const int Indicators = 100;

    /// <summary>All editions, in order.</summary>
    public static IReadOnlyList<FmtiEdition> All { get; } =
    [
        new("2023-10", "October 2023", new DateOnly(2023, 10, 18), "October2023", "Data size", "Inflection"),
        new("2024-05", "May 2024", new DateOnly(2024, 5, 31), "May2024", "Data size", "Adept"),
        new("2025-12", "December 2025", new DateOnly(2025, 12, 31), "Dec2025", "Data acquisition methods", null),
    ];

    /// <summary>The edition of a matrix of scores, or null.</summary>
    public static FmtiEdition? Of(IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> developers) =>
        All.FirstOrDefault(e => indicators.Contains(e.Indicator) && (e.Developer is null || developers.Contains(e.Developer)));
}
