using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Froth.Numerics;

namespace Froth.Data.Bubbles;

/// <summary>What a simulated distribution depends on, and nothing else: two runs with the same key have the same numbers.</summary>
/// <param name="Kind">The null, such as <c>random-walk</c> or <c>wild-normal</c>; lower-case letters, digits and dashes.</param>
/// <param name="Observations">Levels in a path.</param>
/// <param name="MinimumWindow">Fewest regression rows in a window.</param>
/// <param name="Lag">Lagged differences.</param>
/// <param name="Replications">Paths.</param>
/// <param name="Seed">Chooses the paths.</param>
/// <param name="Series">SHA-256 of the series in hexadecimal digits, for a null that depends on it; else null.</param>
public sealed record NullKey(string Kind, int Observations, int MinimumWindow, int Lag, int Replications, ulong Seed, string? Series)
{
    // Raised when files are laid out otherwise or the same key would give other numbers.
    private const int Version = 1;

    /// <summary>The key of a simulation.</summary>
    /// <param name="kind">The null.</param>
    /// <param name="simulation">Its paths.</param>
    /// <param name="replications">How many.</param>
    /// <param name="series">The levels on which the null depends; empty for none.</param>
    public static NullKey Of(string kind, NullSimulation simulation, int replications, ReadOnlySpan<double> series = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var hash = series.IsEmpty ? null : Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(series)));
        return new NullKey(kind, simulation.Observations, simulation.MinimumWindow, simulation.Lag, replications, simulation.Seed, hash);
    }

    /// <summary>The key of a panel's bootstrap.</summary>
    /// <param name="panel">Its tests.</param>
    /// <param name="replications">How many paths.</param>
    /// <param name="seed">Chooses the paths.</param>
    /// <param name="levels">The levels of all series, one after the other.</param>
    public static NullKey OfPanel(PanelPsy panel, int replications, ulong seed, ReadOnlySpan<double> levels)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var one = panel.Series[0];
        return new NullKey(
            $"sieve-{panel.Series.Count}", one.Observations, one.MinimumWindow, one.Lag, replications, seed, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(levels))));
    }

    /// <summary>All of it in one line; stands in the file, so that a file under a wrong name is not trusted.</summary>
    internal string Text => string.Create(CultureInfo.InvariantCulture,
        $"froth-null {Version} kind={Kind} n={Observations} window={MinimumWindow} lag={Lag} reps={Replications} seed={Seed} series={Series}");

    /// <summary>Name of its file without extension.</summary>
    internal string Name => string.Create(CultureInfo.InvariantCulture,
        $"{Kind}-n{Observations}-w{MinimumWindow}-l{Lag}-r{Replications}-s{Seed}{(Series is null ? "" : "-" + Series[..16])}-v{Version}");
}
