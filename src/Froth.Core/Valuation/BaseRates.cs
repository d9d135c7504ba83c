using System.Globalization;
using System.Text.RegularExpressions;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Valuation;

/// <summary>
/// How often firms of a size grew how fast in the past, as told by a published table: facts of the entity <c>base-rates</c>, their
/// dimension such as <c>10y|size:>50bn|bin:20-25%</c>. Nothing is filled in: where the table has a gap there is no base rate.
/// </summary>
public sealed partial class BaseRates
{
    private const string Entity = "base-rates";
    private const double Complete = 0.02;

    private static readonly Input Shares = new("sales-cagr-share", Entity, null);
    private static readonly Input Means = new("sales-cagr-mean", Entity, null);
    private static readonly Input Medians = new("sales-cagr-median", Entity, null);
    private static readonly Input Spreads = new("sales-cagr-sd", Entity, null);

    private readonly List<Cell> _bins;
    private readonly List<Cell> _means;
    private readonly List<Cell> _medians;
    private readonly List<Cell> _spreads;

    /// <summary>Reads the told tables.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public BaseRates(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _bins = Read(inputs.Latest(Shares), needsBin: true);
        _means = Read(inputs.Latest(Means), needsBin: false);
        _medians = Read(inputs.Latest(Medians), needsBin: false);
        _spreads = Read(inputs.Latest(Spreads), needsBin: false);
    }

    /// <summary>What an indicator that reads base rates must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [Shares, Means, Medians, Spreads];

    /// <summary>
    /// Share of firms of that size that grew at least so fast: the bins above, and of the bin that holds the growth a part in
    /// proportion; the range leaves that bin out or takes it whole. Null when the bins from the growth upward are not all told.
    /// </summary>
    /// <param name="years">Years over which the growth is measured.</param>
    /// <param name="sales">Yearly sales in dollars.</param>
    /// <param name="growth">Yearly growth.</param>
    /// <param name="day">Only tables published by this day count.</param>
    public BaseRate? AtLeast(int years, double sales, double growth, DateOnly day)
    {
        var bins = OfSize(_bins, years, sales, day).OrderBy(c => c.Bin.From).ToList();
        var at = bins.FindIndex(c => growth >= c.Bin.From && growth < c.Bin.To);
        if (at < 0) return null;
        for (var i = at + 1; i < bins.Count; i++)
        {
            if (Math.Abs(bins[i].Bin.From - bins[i - 1].Bin.To) > 1e-9) return null;
        }

        // Without an open bin at the top the told ones must already be all firms.
        if (!double.IsPositiveInfinity(bins[^1].Bin.To) && Math.Abs(bins.Sum(c => c.Value) - 1) > Complete) return null;
        var above = bins.Skip(at + 1).Sum(c => c.Value);
        var (own, bin) = (bins[at].Value, bins[at].Bin);
        var part = double.IsInfinity(bin.From) || double.IsInfinity(bin.To) ? double.NaN : (bin.To - growth) / (bin.To - bin.From);
        return new BaseRate(double.IsNaN(part) ? double.NaN : above + part * own, above, above + own, [.. bins.Skip(at).Select(c => c.Told)]);
    }

    /// <summary>Mean growth of firms of that size with one standard deviation to either side; null when no mean is told.</summary>
    public BaseRate? Mean(int years, double sales, DateOnly day)
    {
        if (OfSize(_means, years, sales, day).FirstOrDefault() is not { Told: { } } mean) return null;
        var spread = OfSize(_spreads, years, sales, day).FirstOrDefault();
        return spread.Told is null ? new BaseRate(mean.Value, double.NaN, double.NaN, [mean.Told])
            : new BaseRate(mean.Value, mean.Value - spread.Value, mean.Value + spread.Value, [mean.Told, spread.Told]);
    }

    /// <summary>Median growth of firms of that size; null when none is told.</summary>
    public BaseRate? Median(int years, double sales, DateOnly day) =>
        OfSize(_medians, years, sales, day).FirstOrDefault() is { Told: { } told } median ? new BaseRate(median.Value, double.NaN, double.NaN, [told]) : null;

    // The narrowest size class that holds the firm, so that ">50bn" is not read from ">25bn".
    private static IEnumerable<Cell> OfSize(List<Cell> cells, int years, double sales, DateOnly day)
    {
        var fitting = cells.Where(c => c.Years == years && sales >= c.Size.From && sales < c.Size.To && c.Told.PublishedAt <= day && c.Told.Date <= day).ToList();
        if (fitting.Count == 0) return [];
        var narrowest = fitting.OrderByDescending(c => c.Size.From).ThenBy(c => c.Size.To).First().Size;
        return fitting.Where(c => c.Size == narrowest);
    }

    private static List<Cell> Read(IReadOnlyList<Observation> told, bool needsBin)
    {
        List<Cell> cells = [];
        foreach (var fact in told.Where(o => !double.IsNaN(o.Double)))
        {
            var parts = fact.Dimension.Split('|');
            var years = parts.Select(p => Horizon().Match(p)).FirstOrDefault(m => m.Success);
            if (years is null || Span(parts, "size:") is not { } size || (Span(parts, "bin:") is not { } bin ? needsBin : !needsBin)) continue;
            cells.Add(new Cell(int.Parse(years.Groups[1].Value, CultureInfo.InvariantCulture), size, Span(parts, "bin:") ?? default, fact.Double, fact));
        }

        return cells;
    }

    private static (double From, double To)? Span(string[] parts, string prefix)
    {
        if (Array.Find(parts, p => p.StartsWith(prefix, StringComparison.Ordinal)) is not { } part) return null;
        var text = part[prefix.Length..];
        if (text == "all") return (double.NegativeInfinity, double.PositiveInfinity);
        if (Open().Match(text) is { Success: true } open)
        {
            var cut = Number(open.Groups["n"].Value, open.Groups["u"].Value);
            return open.Groups["side"].Value[0] == '>' ? (cut, double.PositiveInfinity) : (double.NegativeInfinity, cut);
        }

        if (Closed().Match(text) is not { Success: true } closed) return null;
        var unit = closed.Groups["u"].Value;
        return (Number(closed.Groups["a"].Value, closed.Groups["v"].Value is { Length: > 0 } own ? own : unit), Number(closed.Groups["b"].Value, unit));
    }

    private static double Number(string digits, string unit) => double.Parse(digits, CultureInfo.InvariantCulture) * unit switch
    {
        "%" => 0.01, "m" or "mn" => 1e6, "b" or "bn" => 1e9, "tn" => 1e12, _ => 1,
    };

    [GeneratedRegex(@"^(\d+)y$")]
    private static partial Regex Horizon();

    [GeneratedRegex(@"^(?<side>[<>]=?)(?<n>-?\d+(\.\d+)?)(?<u>%|bn|mn|tn|b|m)?$")]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?<a>-?\d+(\.\d+)?)(?<v>%|bn|mn|tn|b|m)?(-|\.\.)(?<b>-?\d+(\.\d+)?)(?<u>%|bn|mn|tn|b|m)?$")]
    private static partial Regex Closed();

    private readonly record struct Cell(int Years, (double From, double To) Size, (double From, double To) Bin, double Value, Observation Told);
}

/// <summary>A share, or a growth, of firms of one size in the past.</summary>
/// <param name="Value">Central value; NaN inside an open bin.</param>
/// <param name="Low">Lower end; NaN when there is no range.</param>
/// <param name="High">Upper end; NaN when there is no range.</param>
/// <param name="Lineage">The cells of the table.</param>
public sealed record BaseRate(double Value, double Low, double High, IReadOnlyList<Observation> Lineage);
