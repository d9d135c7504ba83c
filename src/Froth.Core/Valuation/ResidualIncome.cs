using Froth.Core.Data;
using Froth.Core.Firms;

namespace Froth.Core.Valuation;

/// <summary>
/// Value by residual income over the market value of one firm on one day: above 1 the assumptions explain more than the price, below
/// 1 less. Once with the book as filed and once with research and development capitalised.
/// </summary>
public sealed record ResidualIncome
{
    private ResidualIncome()
    {
    }

    /// <summary>V/P with the book as filed, at demanded returns of 8, 10 and 12 percent.</summary>
    public ValueToPrice AsFiled { get; private init; } = ValueToPrice.Unknown;

    /// <summary>V/P with research and development capitalised.</summary>
    public ValueToPrice WithResearch { get; private init; } = ValueToPrice.Unknown;

    /// <summary>Net income of four quarters over the mean of the book at their start and end; NaN when unknown.</summary>
    public double ReturnOnBook { get; private init; } = double.NaN;

    /// <summary>Why there is no value as filed; null when there is.</summary>
    public Bilingual? Why { get; private init; }

    /// <summary>Why there is no value with research capitalised; null when there is.</summary>
    public Bilingual? WhyNoResearch { get; private init; }

    /// <summary>True when there is none because the book is zero or negative.</summary>
    public bool HasNoBook { get; private init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Observation> Lineage { get; private init; } = [];

    /// <summary>Reads a firm with the usual assumptions.</summary>
    public static ResidualIncome Of(PricedFirm firm) => Of(firm, ResidualIncomeModel.Usual);

    /// <summary>Reads a firm.</summary>
    public static ResidualIncome Of(PricedFirm firm, ResidualIncomeModel model)
    {
        ArgumentNullException.ThrowIfNull(firm);
        ArgumentNullException.ThrowIfNull(model);
        var quarter = firm.Quarter;
        ResidualIncome None(Bilingual why) => new() { Why = why, WhyNoResearch = why, Lineage = firm.MarketValue.Lineage };
        if (quarter.Balance(FirmConcepts.StockholdersEquity) is not { } book) return None(quarter.WhyMissing(FirmConcepts.StockholdersEquity));
        if (quarter.Opening(FirmConcepts.StockholdersEquity, 4) is not { } opening) return None(quarter.Before(4).WhyMissing(FirmConcepts.StockholdersEquity));
        if (quarter.Year(Concepts.NetIncome) is not { } income) return None(quarter.WhyMissing(Concepts.NetIncome));
        if (book.Value <= 0 || opening.Value <= 0) return None(NoBook) with { HasNoBook = true };
        var result = new ResidualIncome
        {
            ReturnOnBook = ReturnOf(income.Value, opening.Value, book.Value),
            AsFiled = Price(model, firm, opening.Value, book.Value, income.Value),
            Lineage = [.. firm.MarketValue.Lineage, .. book.Lineage, .. opening.Lineage, .. income.Lineage],
        };
        if (Research(quarter, model.ResearchYears + 1) is not { } spent) return result with { WhyNoResearch = TooShort };
        double[] sums = [.. spent.Select(f => f.Value)];
        var (now, then) = (model.ResearchAsset(sums), model.ResearchAsset(sums.AsSpan(1)));
        // What was spent is added back, and a fifth of each of the five years before it is taken off.
        var adjusted = income.Value + sums[0] - sums.Skip(1).Take(model.ResearchYears).Sum() / model.ResearchYears;
        return result with
        {
            WithResearch = Price(model, firm, opening.Value + then, book.Value + now, adjusted),
            Lineage = [.. result.Lineage, .. spent.SelectMany(f => f.Lineage)],
        };
    }

    private static Bilingual NoBook { get; } = new(
        "The book value is zero or negative, so a return on it means nothing.", "净资产为零或为负，净资产收益率无意义。");

    private static Bilingual TooShort { get; } = new(
        "Research and development is not told for six years in a row, which a five-year straight line at both ends of the year needs.",
        "研发支出未连续披露六年，而在年初与年末各按五年直线摊销需要六年数据。");

    private static List<FirmFigure>? Research(FirmQuarter quarter, int years)
    {
        List<FirmFigure> spent = [];
        for (var k = 0; k < years; k++)
        {
            if ((k == 0 ? quarter : quarter.Before(4 * k)).Year(FirmConcepts.ResearchAndDevelopment) is not { } sum) return null;
            spent.Add(sum);
        }

        return spent;
    }

    private static double ReturnOf(double income, double opening, double closing) => income / ((opening + closing) / 2);

    private static ValueToPrice Price(ResidualIncomeModel model, PricedFirm firm, double opening, double book, double income)
    {
        var earned = ReturnOf(income, opening, book);
        double At(double rate) => model.Value(book, earned, rate) / firm.MarketValue.Value;
        var (low, middle, high) = (At(model.HighRate), At(model.Rate), At(model.LowRate));
        return new ValueToPrice(middle, Math.Min(low, Math.Min(middle, high)), Math.Max(low, Math.Max(middle, high)));
    }
}

/// <summary>A value over the price with its range.</summary>
/// <param name="Central">At the central assumption; NaN when unknown.</param>
/// <param name="Low">Lower end; NaN when unknown.</param>
/// <param name="High">Upper end; NaN when unknown.</param>
public readonly record struct ValueToPrice(double Central, double Low, double High)
{
    /// <summary>Nothing known.</summary>
    public static ValueToPrice Unknown { get; } = new(double.NaN, double.NaN, double.NaN);
}
