using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// GPU clusters: chips, power, speed and cost. The dimension is the cluster. A cluster that stands is told at the day it began to work;
/// a planned one has concepts of its own and is told at the day of recording, as a statement about plans of that day.
/// </summary>
internal sealed class EpochClusters : EpochTable
{
    private const int MegawattsToGigawatts = -3;
    private const int ToExaflops = -18;

    public override TableShape Shape { get; } = new("epoch-gpu-clusters",
        """
        ! Name
        ! Status
        ! Certainty
        * H100 equivalents
        * First Operational Date
        ! Owner
        * Power Capacity (MW)
        ! Hardware Cost
        ? Max OP/s
        ? Total number of AI chips
        ? Possible Duplicate
        ? Possible Duplicate Of
        ? Reported Power Capacity (MW)
        ? Reported Cost
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (table.Next(context.Sink))
        {
            if (context.Name(table, "Name") is not { } name) continue;
            if (name.StartsWith("Anonymized", StringComparison.OrdinalIgnoreCase) || !names.Add(name))
                table.Refuse(context.Sink, "Name", $"several clusters bear the name '{name}', so that this one cannot be told from the others");
            else if (table["Possible Duplicate"].Equals("TRUE", StringComparison.OrdinalIgnoreCase))
                table.Refuse(context.Sink, "Possible Duplicate", $"Epoch AI marks it as a possible duplicate of '{table["Possible Duplicate Of"]}'; it would be counted twice");
            else Cluster(table, context, name);
        }
    }

    private static void Cluster(HeadedTable table, EpochContext context, string name)
    {
        var planned = table["Status"] == "Planned";
        if (!planned && table["Status"] is not ("Existing" or "Decommissioned"))
        {
            table.Refuse(context.Sink, "Status", $"'{table["Status"]}' is not a known status; known: Existing, Planned, Decommissioned");
            return;
        }

        if ((planned ? context.Recorded : context.Past(table, "First Operational Date")) is not { } day) return;
        var (entity, by) = context.Organisations.First(table["Owner"], day, table.Locator);
        var basic = new ToldObservation
        {
            Entity = entity ?? Organisations.Sector, Concept = "", Dimension = name, End = day, Unit = Unit.Count,
            Published = context.Recorded, Grade = GradeOf(table["Certainty"]),
            Source = context.Source("epoch-gpu-clusters", "Data on GPU clusters", "https://epoch.ai/data/gpu-clusters", table.Locator),
            Note = ToldObservation.Notes(by, $"certainty: {table["Certainty"]}", planned ? $"planned; first operation {Told(table["First Operational Date"])}" : table["Status"].ToLowerInvariant()),
        };
        var prefix = planned ? "gpu-cluster-planned-" : "gpu-cluster-";
        context.Tell(table, "H100 equivalents", 0, basic with { Concept = prefix + "h100-equivalents", Grade = Grade.Estimated });
        context.Tell(table, "Total number of AI chips", 0, basic with { Concept = prefix + "chips" });
        context.Tell(table, "Max OP/s", ToExaflops, basic with { Concept = prefix + "performance", Unit = Unit.Exaflops, Grade = Grade.Estimated });
        context.Tell(table, "Power Capacity (MW)", MegawattsToGigawatts, Calculated(table, "Reported Power Capacity (MW)", basic with { Concept = prefix + "power", Unit = Unit.Gigawatts }));
        context.Tell(table, "Hardware Cost", 0, Calculated(table, "Reported Cost", basic with { Concept = prefix + "hardware-cost", Unit = Unit.UsDollar }));
    }

    private static ToldObservation Calculated(HeadedTable table, string reported, ToldObservation row) => table[reported].Length > 0 ? row
        : row with { Grade = row.Grade == Grade.Unconfirmed ? row.Grade : Grade.Estimated, Note = ToldObservation.Notes(row.Note, "calculated from the chips by Epoch AI") };

    private static string Told(string day) => day.Length == 0 ? "not told" : day;

    private static Grade GradeOf(string certainty) => certainty switch
    {
        "Confirmed" => Grade.ThirdParty,
        "Likely" => Grade.Estimated,
        _ => Grade.Unconfirmed,
    };
}
