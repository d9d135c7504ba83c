using Froth.Core.Indicators;
using Froth.Core.Reports;

namespace Froth.Server.Reports;

/// <summary>The rows of one pillar and its figure number.</summary>
/// <param name="Pillar">The pillar.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Number">Number of its figure, from 1.</param>
public sealed record PillarGroup(Pillar Pillar, IReadOnlyList<MonitorRow> Rows, int Number)
{
    /// <summary>Which reading the pillar belongs to.</summary>
    public PillarRole Role => Pillars.RoleOf(Pillar);

    /// <summary>Pillars in the order of the report: vulnerability, then stress, then context; within each as in the closed list.</summary>
    public static IReadOnlyList<PillarGroup> Of(Froth.Core.Reports.Monitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        var groups = new List<PillarGroup>();
        for (var role = PillarRole.Vulnerability; role <= PillarRole.Context; role++)
        {
            for (var pillar = Pillar.Valuation; pillar <= Pillar.ChinaAndUs; pillar++)
            {
                if (Pillars.RoleOf(pillar) != role) continue;
                var rows = monitor.Rows.Where(r => r.Definition.Pillar == pillar).ToList();
                if (rows.Count > 0) groups.Add(new PillarGroup(pillar, rows, groups.Count + 1));
            }
        }

        return groups;
    }
}
