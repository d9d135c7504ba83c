using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Firms;
using Froth.Numerics;

namespace Froth.Core.Valuation;

/// <summary>
/// Enterprise values over sales of all firms on one day, in logarithms, explained by growth, gross margin and size, with an effect for
/// each country and currency. A firm whose price stands far above what these explain has a large residual. Size is in the firm's own
/// currency: the effect takes the exchange rate up. Source: Froth methods 2.9.
/// </summary>
public sealed class EnterpriseToSales
{
    /// <summary>A country and currency with fewer firms than these has no effect of its own, and its firms stay out.</summary>
    public const int FewestOfCountry = 3;

    /// <summary>Firms needed beyond the number of coefficients.</summary>
    public const int FirmsBeyondCoefficients = 8;

    private const int Slopes = 4;

    private readonly Dictionary<string, SalesResidual> _residuals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bilingual> _why = new(StringComparer.Ordinal);

    private EnterpriseToSales()
    {
    }

    /// <summary>Firms that entered.</summary>
    public int Count { get; private set; }

    /// <summary>Coefficients, the effects of countries included.</summary>
    public int Coefficients { get; private set; }

    /// <summary>Share of the variance of ln(EV/S) that is explained; NaN when there is no fit.</summary>
    public double Explained { get; private set; } = double.NaN;

    /// <summary>Why there is no fit; null when there is.</summary>
    public Bilingual? WhyNone { get; private set; }

    /// <summary>What the fit rests on, all firms together.</summary>
    public IReadOnlyList<Fact> Lineage { get; private set; } = [];

    /// <summary>The residual of a firm, or null.</summary>
    public SalesResidual? Find(string firm) => _residuals.GetValueOrDefault(firm);

    /// <summary>Why a firm has no residual; null when it has one.</summary>
    public Bilingual? WhyNot(string firm) => _residuals.ContainsKey(firm) ? null
        : _why.TryGetValue(firm, out var why) ? why
        : WhyNone ?? new Bilingual("The firm has no price with accounts on the day.", "该公司当日没有市值及对应财报。");

    internal static EnterpriseToSales Of(IReadOnlyList<PricedFirm> firms, EntityBook entities)
    {
        var fit = new EnterpriseToSales();
        List<Row> rows = [];
        foreach (var firm in firms)
        {
            if (fit.Read(firm, entities) is { } row) rows.Add(row);
        }

        var groups = rows.GroupBy(r => r.Group).ToList();
        foreach (var row in groups.Where(g => g.Count() < FewestOfCountry).SelectMany(g => g))
            fit._why[row.Firm] = new("Fewer than three firms of its country and currency have all figures.", "同国家同币种且数据齐全的公司不足三家。");
        List<string> effects = [.. groups.Where(g => g.Count() >= FewestOfCountry).Select(g => g.Key).Order(StringComparer.Ordinal)];
        rows = [.. rows.Where(r => effects.Contains(r.Group))];
        fit.Fit(rows, effects);
        return fit;
    }

    private void Fit(List<Row> rows, List<string> effects)
    {
        (Count, Coefficients) = (rows.Count, Slopes + Math.Max(0, effects.Count - 1));
        if (Count < Coefficients + FirmsBeyondCoefficients)
        {
            WhyNone = new(
                $"{Count} firms have all figures; {Coefficients} coefficients need {Coefficients + FirmsBeyondCoefficients}.",
                $"数据齐全的公司仅{Count}家；{Coefficients}个系数至少需要{Coefficients + FirmsBeyondCoefficients}家。");
            return;
        }

        var design = new double[Count * Coefficients];
        for (var i = 0; i < Count; i++)
        {
            var row = design.AsSpan(i * Coefficients, Coefficients);
            (row[0], row[1], row[2], row[3]) = (1, rows[i].Growth, rows[i].Margin, rows[i].LogSales);
            if (effects.IndexOf(rows[i].Group) is > 0 and var effect) row[Slopes + effect - 1] = 1;
        }

        double[] y = [.. rows.Select(r => r.LogMultiple)];
        if (HuberRegression.Fit(design, Coefficients, y) is not { HasConverged: true, MedianAbsoluteResidual: > 0 } fit)
        {
            WhyNone = new("Growth, margin, size and country of these firms cannot be told apart.", "这些公司的增速、毛利率、规模与国家效应无法区分。");
            return;
        }

        var mean = y.Average();
        Explained = 1 - fit.Residuals.Sum(u => u * u) / y.Sum(v => (v - mean) * (v - mean));
        Lineage = new DeferredFacts(() => rows.SelectMany(r => r.Lineage));
        for (var i = 0; i < Count; i++)
            _residuals[rows[i].Firm] = new SalesResidual(Math.Exp(y[i]), fit.Residuals[i] / fit.MedianAbsoluteResidual, fit.LeftOutResiduals[i] / fit.MedianAbsoluteResidual);
    }

    private Row? Read(PricedFirm firm, EntityBook entities)
    {
        var (quarter, enterprise) = (firm.Quarter, firm.Enterprise);
        Row? None(Bilingual why)
        {
            _why[firm.Firm] = why;
            return null;
        }

        if (enterprise.Why is { } unknown) return None(unknown);
        if (quarter.Year(Concepts.Revenue) is not { } sales) return None(quarter.WhyMissing(Concepts.Revenue));
        if (quarter.YearBefore(Concepts.Revenue) is not { } before) return None(quarter.Before(4).WhyMissing(Concepts.Revenue));
        if (quarter.Year(FirmConcepts.GrossProfit) is not { } gross) return None(quarter.WhyMissing(FirmConcepts.GrossProfit));
        if (enterprise.Value <= 0 || sales.Value <= 0 || before.Value <= 0)
            return None(new("Enterprise value or sales are zero or negative.", "企业价值或营业收入为零或为负。"));
        return new Row(firm.Firm, $"{entities.Find(firm.Firm)?.Country}|{quarter.Currency.Code}", Math.Log(enterprise.Value / sales.Value),
            sales.Value / before.Value - 1, gross.Value / sales.Value, Math.Log(sales.Value),
            [.. enterprise.Lineage, .. sales.Lineage, .. before.Lineage, .. gross.Lineage]);
    }

    private sealed record Row(
        string Firm, string Group, double LogMultiple, double Growth, double Margin, double LogSales, IReadOnlyList<Observation> Lineage);
}

/// <summary>One firm in the cross-section.</summary>
/// <param name="Multiple">Enterprise value over sales of twelve months.</param>
/// <param name="Residual">ln of the multiple less the fit, in median absolute residuals; positive is dearer than explained.</param>
/// <param name="LeftOut">The same were the firm left out of the fit; NaN where only it speaks for a coefficient.</param>
public readonly record struct SalesResidual(double Multiple, double Residual, double LeftOut);
