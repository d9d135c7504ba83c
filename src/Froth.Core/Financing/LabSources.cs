using Froth.Core.Indicators;

namespace Froth.Core.Financing;

/// <summary>Literature behind the readings of private labs.</summary>
public static class LabSources
{
    /// <summary>Minsky's classes.</summary>
    public static Citation Minsky { get; } = new("Minsky, H. P. (1992), The Financial Instability Hypothesis, Levy Economics Institute Working Paper 74");

    /// <summary>Froth's extension to private labs.</summary>
    public static Citation Methods { get; } = new("Froth methods, section 1.4: extension of Minsky's classes to private labs (Froth's own)");
}
