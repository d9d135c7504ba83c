using System.Globalization;
using System.Text.RegularExpressions;

namespace Froth.Data.Sources.Tables;

/// <summary>Days as the makers of these files write them, and the day on which a file was recorded.</summary>
internal static partial class DayText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "M/d/yyyy", "M/d/yy", "yyyyMMdd"];

    /// <summary>Reads a day, with or without a time after it; null where there is none.</summary>
    public static DateOnly? Read(string text)
    {
        var cut = text.AsSpan().Trim();
        var end = cut.IndexOfAny(' ', 'T');
        if (end >= 0) cut = cut[..end];
        return DateOnly.TryParseExact(cut, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The spelling of the canonical tables; null for none.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>
    /// The day by which the world could know what a file says where its rows do not tell: the argument <c>recorded</c>; else the day in
    /// the file's name, a month counting as its last day, but never later than the bytes themselves came; else the day they came.
    /// </summary>
    /// <exception cref="SourceFormatException">None of the three is known, or the day lies in the future.</exception>
    public static DateOnly Recorded(SourceFile file, SourceArguments arguments, ParseSink sink)
    {
        var day = Argument(arguments) ?? Named(file) ?? Came(file) ?? throw new SourceFormatException(
            $"{file.Name}: the day on which it was recorded is not known, so nothing in it can be dated. Give it as --recorded yyyy-MM-dd.");
        return day <= sink.Today ? day : throw new SourceFormatException(
            $"{file.Name}: it is said to be recorded on {Text(day)}, after the run's date {Text(sink.Today)}. Give the right day as --recorded yyyy-MM-dd.");
    }

    /// <summary>The argument <c>recorded</c>; null when it was not given.</summary>
    /// <exception cref="SourceFormatException">It is no day.</exception>
    public static DateOnly? Argument(SourceArguments arguments)
    {
        if (arguments.One("recorded") is not { } told) return null;
        return DateOnly.TryParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new SourceFormatException($"--recorded {told} is not a day; write yyyy-MM-dd.");
    }

    private static DateOnly? Came(SourceFile file) => file.FetchedAt == default ? null : DateOnly.FromDateTime(file.FetchedAt.UtcDateTime);

    private static DateOnly? Named(SourceFile file)
    {
        if (NameDay().Match(file.Name) is not { Success: true } match) return null;
        var whole = match.Groups[3].Success;
        if (!DateOnly.TryParseExact($"{match.Groups[1].Value}-{match.Groups[2].Value}-{(whole ? match.Groups[3].Value : "01")}", "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        if (!whole) day = day.AddMonths(1).AddDays(-1);
        return Came(file) is { } came ? Earlier(day, came) : day;
    }

    [GeneratedRegex(@"(?<!\d)(20\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")]
    private static partial Regex NameDay();
}
