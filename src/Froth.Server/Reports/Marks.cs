using Froth.Core.Indicators;
using Froth.Core.Reports;
using Microsoft.AspNetCore.Components;

namespace Froth.Server.Reports;

/// <summary>The small drawn signs of bands and statuses, defined once, and the style sheet.</summary>
public static class Marks
{
    /// <summary>
    /// The signs as SVG symbols. Bands fill a circle by quarters; statuses have shapes of their own, so none can be taken for another or for a zero.
    /// </summary>
    public static readonly MarkupString Sheet = new("""
        <svg class="sheet" aria-hidden="true" width="0" height="0">
        <symbol id="m-calm" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
        <symbol id="m-watch" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M6 6V1.4A4.6 4.6 0 0 1 10.6 6Z" fill="currentColor"/></symbol>
        <symbol id="m-elevated" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M6 1.4A4.6 4.6 0 0 1 6 10.6Z" fill="currentColor"/></symbol>
        <symbol id="m-alarm" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5.3" fill="currentColor"/></symbol>
        <symbol id="m-current" viewBox="0 0 12 12"><path d="M2 6.4 4.8 9.2 10 3.2" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>
        <symbol id="m-stale" viewBox="0 0 12 12"><path d="M2.5 1.5h7M2.5 10.5h7M3.5 1.5c0 3 5 6 5 9M8.5 1.5c0 3-5 6-5 9" fill="none" stroke="currentColor" stroke-width="1.3"/></symbol>
        <symbol id="m-short-history" viewBox="0 0 12 12"><path d="M1.5 10.5v-3M4.5 10.5v-5" stroke="currentColor" stroke-width="1.8"/><path d="M7.5 10.5v-7M10.5 10.5v-9" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1 1.4"/></symbol>
        <symbol id="m-not-estimable" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M2.8 9.2 9.2 2.8" stroke="currentColor" stroke-width="1.2"/></symbol>
        <symbol id="m-missing" viewBox="0 0 12 12"><rect x="1.6" y="1.6" width="8.8" height="8.8" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.8 1.6"/></symbol>
        </svg>
        """);

    /// <summary>The style sheet.</summary>
    public static readonly string StyleSheet = ReadStyleSheet();

    /// <summary>Name of a band in ids and classes.</summary>
    public static string Of(Band band) => band switch { Band.Calm => "calm", Band.Watch => "watch", Band.Elevated => "elevated", _ => "alarm" };

    /// <summary>Name of a status in ids and classes.</summary>
    public static string Of(ReadingStatus status) => status switch
    {
        ReadingStatus.Current => "current",
        ReadingStatus.Stale => "stale",
        ReadingStatus.ShortHistory => "short-history",
        ReadingStatus.NotEstimable => "not-estimable",
        _ => "missing",
    };

    /// <summary>Name of a pillar in ids.</summary>
    public static string Of(Pillar pillar) => pillar.ToString().ToLowerInvariant();

    private static string ReadStyleSheet()
    {
        using var stream = typeof(Marks).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
