namespace Froth.Core.Indicators;

/// <summary>The closed list of pillars.</summary>
public enum Pillar
{
    /// <summary>Prices against fundamentals.</summary>
    Valuation,

    /// <summary>Growth and mix of financing.</summary>
    Financing,

    /// <summary>Minsky classes, leverage, runway.</summary>
    Fragility,

    /// <summary>Money that returns to its sender.</summary>
    Circularity,

    /// <summary>Weight of AI in markets, earnings and output; concentration.</summary>
    Dependence,

    /// <summary>Efficiency, return on investment, adoption.</summary>
    Realisation,

    /// <summary>The recipe: story, displaced metrics.</summary>
    Narrative,

    /// <summary>Disclosure.</summary>
    Transparency,

    /// <summary>Explosive prices.</summary>
    Exuberance,

    /// <summary>Price and supply of money.</summary>
    Liquidity,

    /// <summary>Breaks.</summary>
    Rupture,

    /// <summary>Regulation and state money.</summary>
    Policy,

    /// <summary>Labour.</summary>
    Work,

    /// <summary>Technology routes and what remains.</summary>
    DiversityAndResidual,

    /// <summary>China and the United States side by side.</summary>
    ChinaAndUs,
}

/// <summary>Which reading a pillar belongs to.</summary>
public enum PillarRole
{
    /// <summary>How much fuel there is.</summary>
    Vulnerability,

    /// <summary>Whether it is burning.</summary>
    Stress,

    /// <summary>Background; never part of a score.</summary>
    Context,
}

/// <summary>The one mapping from pillars to roles and names.</summary>
public static class Pillars
{
    /// <summary>Role of a pillar.</summary>
    public static PillarRole RoleOf(Pillar pillar) => pillar switch
    {
        Pillar.Exuberance or Pillar.Liquidity or Pillar.Rupture => PillarRole.Stress,
        Pillar.Policy or Pillar.Work or Pillar.DiversityAndResidual or Pillar.ChinaAndUs => PillarRole.Context,
        _ => PillarRole.Vulnerability,
    };

    /// <summary>Name of a pillar.</summary>
    public static Bilingual NameOf(Pillar pillar) => pillar switch
    {
        Pillar.Valuation => new("Valuation", "估值"),
        Pillar.Financing => new("Financing", "融资"),
        Pillar.Fragility => new("Fragility", "脆弱性"),
        Pillar.Circularity => new("Circularity", "资金循环"),
        Pillar.Dependence => new("Dependence", "依赖度"),
        Pillar.Realisation => new("Realisation", "兑现"),
        Pillar.Narrative => new("Narrative", "叙事"),
        Pillar.Transparency => new("Transparency", "透明度"),
        Pillar.Exuberance => new("Exuberance", "狂热"),
        Pillar.Liquidity => new("Liquidity", "流动性"),
        Pillar.Rupture => new("Rupture", "破裂"),
        Pillar.Policy => new("Policy", "政策"),
        Pillar.Work => new("Work", "就业"),
        Pillar.DiversityAndResidual => new("Diversity and residual value", "路线多样性与残值"),
        Pillar.ChinaAndUs => new("China and the US", "中美对照"),
        _ => throw new ArgumentOutOfRangeException(nameof(pillar), pillar, "Unnamed pillar."),
    };
}
