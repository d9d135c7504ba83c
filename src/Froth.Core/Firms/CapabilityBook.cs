using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>The best score that a lab had reached by some day.</summary>
/// <param name="Lab">Entity id.</param>
/// <param name="Country">Code of its country; empty when unknown.</param>
/// <param name="Fact">The score, with the model in its dimension.</param>
public sealed record LabScore(string Lab, string Country, Observation Fact)
{
    /// <summary>The score on the index.</summary>
    public double Score => Fact.Double;
}

/// <summary>
/// Best Epoch Capabilities Index of each lab through time. A score describes a model as released; it is dated by its release, and a lab's
/// best stays until a better one comes.
/// </summary>
public sealed class CapabilityBook
{
    /// <summary>Concept of the scores.</summary>
    public const string Concept = "capability-index";

    /// <summary>
    /// Days after the newest score for which the scores still say who is ahead. Froth's own choice: a quarter, since leading labs bring out a
    /// better model about that often.
    /// </summary>
    public const int LongestSilenceDays = 92;

    private static readonly Input Scores = Input.Concept(Concept, Unit.Index);

    private readonly IReadOnlyList<LabScore> _scores;

    private CapabilityBook(InputSet inputs)
    {
        _scores = [.. inputs.Latest(Scores).Where(o => o.Grade < Grade.Unconfirmed && !double.IsNaN(o.Double)).OrderBy(o => o.Date).ThenBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => new LabScore(o.Entity, inputs.Entities.Find(o.Entity)?.Country ?? "", o))];
        Days = [.. _scores.Select(s => s.Fact.Date).Distinct()];
    }

    /// <summary>What must be declared to open the book.</summary>
    public static IReadOnlyList<Input> Inputs { get; } = [Scores];

    /// <summary>Where the scores come from.</summary>
    public static Citation Source { get; } = new("Epoch AI, Epoch Capabilities Index (CC BY 4.0)", "https://epoch.ai/benchmarks");

    /// <summary>What could mislead wherever the index is read.</summary>
    public static Bilingual Caveats { get; } = new(
        "The index of a model is fitted together with those of all others, from benchmarks that Epoch AI ran or collected: it has no error told here, it changes with every later fit, and labs whose models " +
        "were not tested are missing. What a model costs to train or to run is not in it.",
        "各模型的指数由全部模型共同拟合，依据为Epoch AI运行或收集的基准测试：此处无误差信息，且随后续拟合变动；未受测的实验室缺席。指数不含训练与运行成本。");

    /// <summary>The book of a vintage.</summary>
    public static CapabilityBook Of(InputSet inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Shared(Inputs, i => new CapabilityBook(i));
    }

    /// <summary>Days on which some lab's score is dated, ascending.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Last day for which the scores say who is ahead; null without scores.</summary>
    public DateOnly? LastDay => Days.Count == 0 ? null : Days[^1].AddDays(LongestSilenceDays);

    /// <summary>True when some score is dated in the <see cref="LongestSilenceDays"/> up to a day.</summary>
    public bool IsKnownOn(DateOnly day) => Days.Any(d => d <= day && d.AddDays(LongestSilenceDays) >= day);

    /// <summary>The best score of every lab by a day, by lab.</summary>
    public IReadOnlyList<LabScore> On(DateOnly day) => [.. _scores.Where(s => s.Fact.Date <= day)
        .GroupBy(s => s.Lab, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.MaxBy(s => s.Score)!)];

    /// <summary>The best score of a country's labs by a day, the first to reach it among equals; null for none.</summary>
    public LabScore? Best(string country, DateOnly day) =>
        _scores.Where(s => s.Country == country && s.Fact.Date <= day).MaxBy(s => s.Score);

    /// <summary>The first score of a country's labs that reached a level; null when none had by the day.</summary>
    public LabScore? FirstAt(string country, double level, DateOnly day) =>
        _scores.FirstOrDefault(s => s.Country == country && s.Fact.Date <= day && s.Score >= level);
}
