using System.Text.Json;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Numerics;

namespace Froth.Core.Firms;

/// <summary>How far figures of a grade may be off, and who says so.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Width">Relative width of one standard deviation; 0 for figures taken as told.</param>
/// <param name="Status">Standing of the width.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record GradeWidth(Grade Grade, double Width, ThresholdStatus Status, string Citation);

/// <summary>
/// Draws by which figures are moved within what their grade leaves open: factors whose logarithm is normal with median 1, so a moved
/// figure keeps its sign. They are made once; each firm and quarter reads them from a place of its own, so what comes out for one
/// depends neither on which others there are nor on the order in which they are read. Safe for use by several threads.
/// Source: Froth methods 1.7.
/// </summary>
public sealed class Perturbation
{
    /// <summary>How many figures can be moved independently of each other.</summary>
    internal const int Streams = 5;

    private const int Places = 1 << 14;
    private static readonly Lazy<(int Draws, ulong Seed, IReadOnlyList<GradeWidth> Widths)> Table = new(ReadShipped);
    private static readonly Lazy<Perturbation> Usual = new(() => new Perturbation(Table.Value.Draws, Table.Value.Seed));

    private readonly double[]?[] _factors;

    /// <summary>Makes draws of another number or seed than usual.</summary>
    /// <param name="draws">How many draws; at least 1.</param>
    /// <param name="seed">Chooses the numbers; the same seed always gives the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no draw to make.</exception>
    public Perturbation(int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        (Draws, Seed) = (draws, seed);
        var normals = new double[Streams * (Places + draws)];
        NormalDraws.Fill(seed, 0, normals);
        _factors = new double[Enum.GetValues<Grade>().Length][];
        var made = new Dictionary<double, double[]>();
        foreach (var width in Widths.Where(w => w.Width > 0))
        {
            if (!made.TryGetValue(width.Width, out var factors))
            {
                var sigma = Math.Log(1 + width.Width);
                made[width.Width] = factors = Array.ConvertAll(normals, z => Math.Exp(sigma * z));
            }

            _factors[(int)width.Grade] = factors;
        }
    }

    /// <summary>The draws that every page shows.</summary>
    public static Perturbation Default => Usual.Value;

    /// <summary>The width of each grade.</summary>
    public static IReadOnlyList<GradeWidth> Widths => Table.Value.Widths;

    /// <summary>How many draws there are for each figure.</summary>
    public int Draws { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>True when figures of that grade are taken as told.</summary>
    public bool IsCertain(Grade grade) => _factors[(int)grade] is null;

    /// <summary>Where a firm's quarter begins to read.</summary>
    internal static int PlaceOf(FirmQuarter quarter)
    {
        var key = PoissonBootstrap.KeyOf(quarter.Firm) ^ ((ulong)quarter.End.DayNumber * 0x9E3779B97F4A7C15UL);
        return (int)((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9UL >> 40) & (Places - 1);
    }

    /// <summary>The factors of one figure; empty when its grade is taken as told.</summary>
    internal ReadOnlyMemory<double> Factors(Grade grade, int stream, int place) =>
        _factors[(int)grade] is { } factors ? factors.AsMemory(stream * (Places + Draws) + place, Draws) : default;

    private static (int Draws, ulong Seed, IReadOnlyList<GradeWidth> Widths) ReadShipped()
    {
        using var stream = typeof(Perturbation).Assembly.GetManifestResourceStream("Froth.Core.Firms.perturbation.json")
            ?? throw new InvalidOperationException("The assembly lacks its table of widths.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return (root.GetProperty("draws").GetInt32(), root.GetProperty("seed").GetUInt64(), [.. root.GetProperty("widths").EnumerateArray().Select(WidthOf)]);
    }

    private static GradeWidth WidthOf(JsonElement json) => new(
        Codes.TryParse<Grade>(json.GetProperty("grade").GetString(), out var grade) ? grade : throw new ArgumentException($"No grade is called {json.GetProperty("grade")}."),
        json.GetProperty("width").GetDouble() is >= 0 and var width ? width : throw new ArgumentException($"The width of {Codes.Of(grade)} is negative."),
        Codes.TryParse<ThresholdStatus>(json.GetProperty("status").GetString(), out var status) ? status : throw new ArgumentException($"The width of {Codes.Of(grade)} has no status."),
        json.GetProperty("citation").GetString()!);
}
