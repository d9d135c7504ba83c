using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Indicators;

namespace Froth.Core.Realisation;

/// <summary>
/// Annualised revenue of AI labs as told at single days. Product lines of larger firms are not in it: they resell the labs' models,
/// and adding them would count the same revenue twice.
/// </summary>
public sealed class RevenueRunRates
{
    /// <summary>Days for which a run-rate stands without a new one.</summary>
    public const int LongestAgeDays = 366;

    private static readonly Input RunRate = Input.Concept(Concepts.RevenueRunRate, Unit.UsDollar);
    private readonly ILookup<string, Observation> _byLab;

    /// <summary>Reads the run-rates; those of one weak source stay out.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public RevenueRunRates(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _byLab = inputs.Latest(RunRate)
            .Where(o => o.Grade != Grade.Unconfirmed && o.Double > 0 && (inputs.Entities.Find(o.Entity)?.Kind is null or EntityKind.Lab))
            .OrderBy(o => o.Date).ThenBy(o => o.Dimension, StringComparer.Ordinal).ToLookup(o => o.Entity, StringComparer.Ordinal);
    }

    /// <summary>What an indicator that reads run-rates must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [RunRate];

    /// <summary>Labs with at least one run-rate, by id.</summary>
    public IEnumerable<string> Labs => _byLab.Select(g => g.Key).Order(StringComparer.Ordinal);

    /// <summary>Days with a run-rate of any lab, ascending.</summary>
    public IEnumerable<DateOnly> Days => _byLab.SelectMany(g => g).Select(o => o.Date).Distinct().Order();

    /// <summary>Newest run-rate of a lab on a day, at most <see cref="LongestAgeDays"/> old; null for none.</summary>
    public Observation? On(string lab, DateOnly day) =>
        _byLab[lab].LastOrDefault(o => o.Date <= day) is { } last && day.DayNumber - last.Date.DayNumber <= LongestAgeDays ? last : null;

    /// <summary>First run-rate of a lab after a day, dated by <paramref name="last"/>; null for none.</summary>
    public Observation? After(string lab, DateOnly day, DateOnly last) => _byLab[lab].FirstOrDefault(o => o.Date > day && o.Date <= last);
}
