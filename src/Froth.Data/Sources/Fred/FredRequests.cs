using System.Globalization;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Fred;

/// <summary>The requests for series: one CSV each without a key, or windows of vintages with one.</summary>
internal static class FredRequests
{
    /// <summary>Argument set on the windows that continue an earlier one; never given by a user.</summary>
    public const string ContinuedWindow = "continued-window";

    // At most 2,000 vintages come in one response. Five years hold at most 1,827 days, so they stay below it; before the year 2000 few were kept.
    private static readonly (string Start, string End)[] Windows =
    [
        ("1776-07-04", "1999-12-31"), ("2000-01-01", "2004-12-31"), ("2005-01-01", "2009-12-31"), ("2010-01-01", "2014-12-31"),
        ("2015-01-01", "2019-12-31"), ("2020-01-01", "2024-12-31"), ("2025-01-01", "9999-12-31"),
    ];

    public static IReadOnlyList<SourceRequest> Of(SourceArguments arguments, SourceSettings settings)
    {
        var series = arguments.Of("series");
        if (series.Count == 0) throw new ArgumentException("Give the ids of the series with --series, such as --series DGS10,FEDFUNDS.", nameof(arguments));
        foreach (var id in series)
        {
            if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw new ArgumentException($"'{id}' is not the id of a FRED series; ids are letters, digits and underscores, such as DGS10.", nameof(arguments));
        }

        var from = arguments.One("from");
        if (from is not null && CellReading.Date(new TableCell(from), out _) is { } reason) throw new ArgumentException($"from: {reason}.", nameof(arguments));
        if (arguments.One("vintages") != "yes") return [.. series.Select(s => Csv(s.ToUpperInvariant(), from, arguments))];
        var key = settings.Need("fred-key", "vintages come only from the API, which asks for a free key (https://fred.stlouisfed.org/docs/api/api_key.html)");
        return [.. series.SelectMany(s => Windows.Select(w => Json(s.ToUpperInvariant(), from, w, key, arguments)))];
    }

    /// <summary>The request for the next page of the same window.</summary>
    public static SourceRequest Next(SourceRequest request, int offset)
    {
        var address = request.Url.AbsoluteUri;
        var cut = address.IndexOf("&offset=", StringComparison.Ordinal);
        var text = offset.ToString(CultureInfo.InvariantCulture);
        return request with
        {
            Url = new Uri($"{(cut < 0 ? address : address[..cut])}&offset={text}"),
            Name = $"{request.Name.Split('+')[0].Replace(".json", "", StringComparison.Ordinal)}+{text}.json",
        };
    }

    private static SourceRequest Csv(string series, string? from, SourceArguments arguments) =>
        new(new Uri($"https://fred.stlouisfed.org/graph/fredgraph.csv?id={series}{(from is null ? "" : $"&cosd={from}")}"), $"fred-{series}.csv")
        {
            MediaTypes = ["text/csv", "application/csv", "text/plain"],
            MaximumBytes = 32L << 20,
            Arguments = arguments.With("series", series),
        };

    private static SourceRequest Json(string series, string? from, (string Start, string End) window, string key, SourceArguments arguments)
    {
        var own = arguments.With("series", series);
        return new(new Uri($"https://api.stlouisfed.org/fred/series/observations?series_id={series}&realtime_start={window.Start}&realtime_end={window.End}"
            + $"{(from is null ? "" : $"&observation_start={from}")}&file_type=json&limit=100000&api_key={Uri.EscapeDataString(key)}&offset=0"), $"fred-{series}-{window.Start[..4]}.json")
        {
            MaximumBytes = 64L << 20,
            HasSecretQuery = true,
            Arguments = window == Windows[0] ? own : own.With(ContinuedWindow, "yes"),
        };
    }
}
