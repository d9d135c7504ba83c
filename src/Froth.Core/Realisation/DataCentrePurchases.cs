using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Core.Realisation;

/// <summary>
/// NVIDIA's data-centre revenue by fiscal quarter, which is what the world bought from it. A quarter counts from the day on which it
/// was first published, with the figure told then.
/// </summary>
public sealed class DataCentrePurchases
{
    private static readonly Input Revenue = Input.Concept("nvidia", Concepts.DataCentreRevenue, Unit.UsDollar);

    /// <summary>Reads the quarters.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    public DataCentrePurchases(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Quarters = [.. inputs.Revisions(Revenue).Where(o => o.Period.Kind == PeriodKind.Quarter && !double.IsNaN(o.Double) && o.Grade != Grade.Unconfirmed)
            .GroupBy(o => o.Period).Select(g => g.OrderBy(o => KnownFrom(o)).ThenBy(o => o.RecordedAt).First()).OrderBy(o => o.Period)];
    }

    /// <summary>What an indicator that reads purchases must declare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [Revenue];

    /// <summary>Quarters by ascending period.</summary>
    public IReadOnlyList<Observation> Quarters { get; }

    /// <summary>The newest quarter on each day on which a newer one became known, by ascending day.</summary>
    public IEnumerable<(DateOnly Day, Observation Quarter)> Publications()
    {
        Observation? newest = null;
        foreach (var day in Quarters.Select(KnownFrom).Distinct().Order())
        {
            var quarter = Quarters.Last(q => KnownFrom(q) <= day);
            if (quarter == newest) continue;
            newest = quarter;
            yield return (day, quarter);
        }
    }

    /// <summary>The day from which a quarter counts.</summary>
    public static DateOnly KnownFrom(Observation quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return quarter.PublishedAt > quarter.Date ? quarter.PublishedAt : quarter.Date;
    }
}
