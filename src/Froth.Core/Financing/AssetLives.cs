using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Financing;

/// <summary>
/// How long a firm's assets last: the useful lives by class that its notes tell, whose weights are not known, and beside them what its
/// books imply, net plant over a year's depreciation and amortisation. Lives are the firm's own choice. Source: Froth methods 3.5.
/// </summary>
public sealed record AssetLives
{
    /// <summary>The class of computing equipment, as typed.</summary>
    public const string Computing = "servers";

    /// <summary>The quarter read.</summary>
    public required FirmQuarter Quarter { get; init; }

    /// <summary>Told lives by class: class, shortest and longest in years.</summary>
    public IReadOnlyList<(string Class, double Low, double High)> Classes { get; init; } = [];

    /// <summary>Net plant over a year's depreciation and amortisation, in years; NaN when unknown. Land, sites under construction and intangibles bias it.</summary>
    public double RemainingYears { get; init; } = double.NaN;

    /// <summary>Everything it rests on.</summary>
    public IReadOnlyList<Observation> Lineage { get; init; } = [];

    /// <summary>
    /// The one life to compare with: the middle of computing equipment's told life, else what the books imply; NaN when neither is known.
    /// The books of a firm that builds fast imply too long a life, because the new plant is not yet written off for a whole year.
    /// </summary>
    public double CentralYears => Classes.Where(c => c.Class == Computing).Select(c => (c.Low + c.High) / 2).DefaultIfEmpty(RemainingYears).First();

    /// <summary>The shortest life told or implied; NaN when none is known.</summary>
    public double ShortestYears => All.DefaultIfEmpty(double.NaN).Min();

    /// <summary>The longest life told or implied; NaN when none is known.</summary>
    public double LongestYears => All.DefaultIfEmpty(double.NaN).Max();

    private IEnumerable<double> All => Classes.SelectMany(c => new[] { c.Low, c.High }).Append(RemainingYears).Where(y => !double.IsNaN(y));

    /// <summary>Reads what is known of a firm's assets at a quarter.</summary>
    public static AssetLives Of(FirmQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        List<Observation> told = [.. quarter.ByDimension(FirmConcepts.UsefulLife).Where(o => o.Unit == Unit.Years && o.Value is { Low: > 0, High: > 0 })];
        var plant = quarter.Balance(FirmConcepts.PropertyPlantEquipment);
        var written = quarter.Year(FirmConcepts.DepreciationAmortisation);
        var isImplied = plant is { Value: > 0 } && written is { Value: > 0 };
        return new AssetLives
        {
            Quarter = quarter,
            Classes = [.. told.Select(o => (o.Dimension, (double)o.Value.Low!.Value, (double)o.Value.High!.Value))],
            RemainingYears = isImplied ? plant!.Value / written!.Value : double.NaN,
            Lineage = isImplied ? [.. told, .. plant!.Lineage, .. written!.Lineage] : told,
        };
    }
}
