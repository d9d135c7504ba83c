using Froth.Core.Entities;
using Froth.Core.Firms;

namespace Froth.Core.Reports;

/// <summary>Everything that is said about one firm at a vintage: what the page of a firm prints, in whatever form.</summary>
public sealed record FirmPage
{
    /// <summary>The firm.</summary>
    public required Entity Entity { get; init; }

    /// <summary>Its accounts; null when it has none, and then only <see cref="Measures"/> can hold something.</summary>
    public required FirmHistory? History { get; init; }

    /// <summary>Every indicator that has a series for the firm.</summary>
    public required Monitor Measures { get; init; }

    /// <summary>The newest quarter; null without accounts.</summary>
    public FirmQuarter? Newest => History?.Latest;
}
