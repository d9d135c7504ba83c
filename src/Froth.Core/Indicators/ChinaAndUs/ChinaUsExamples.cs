using Froth.Core.Entities;
using Froth.Core.Firms;

namespace Froth.Core.Indicators.ChinaAndUs;

/// <summary>What the comparisons of China and the United States share: entities of their worked examples and why they have no bands.</summary>
internal static class ChinaUsExamples
{
    /// <summary>Two labs a country.</summary>
    public static readonly IReadOnlyList<Entity> Labs =
    [
        ExampleFacts.Who("us-lab", EntityKind.Lab, "model_lab", Country.UnitedStates),
        ExampleFacts.Who("us-lab-2", EntityKind.Lab, "model_lab", Country.UnitedStates),
        ExampleFacts.Who("cn-lab", EntityKind.Lab, "model_lab", Country.China),
        ExampleFacts.Who("cn-lab-2", EntityKind.Lab, "model_lab", Country.China),
    ];

    /// <summary>Context has no bands.</summary>
    public static Bands NoBands { get; } = Bands.None(new("Context: neither direction is a warning in itself.", "背景指标：任一方向本身均非预警。"));

    /// <summary>Froth's own definitions.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 7: concentration, state share and comparison of countries (Froth's own choice of measures)");
}
