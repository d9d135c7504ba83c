using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Indicators.Valuation;
using Froth.Core.Time;

namespace Froth.Core.Firms;

/// <summary>
/// Two countries side by side at a vintage: financing by layer, its concentration, debt and state share, each kind of price–earnings
/// ratio apart, weight in stock indices, classes of financing, spending plans, and valuation at equal capability of the models.
/// </summary>
public sealed record CountryComparison
{
    private CountryComparison(Country first, Country second, Vintage vintage, IReadOnlyList<CountryComparisonRow> rows, EqualCapability equal)
    {
        (First, Second, Vintage, Rows, Equal) = (first, second, vintage, rows, equal);
    }

    /// <summary>What must be declared to compare.</summary>
    public static IReadOnlyList<Input> Inputs { get; } =
    [
        .. CountryMoneyBook.Inputs.Concat(FirmPanel.Inputs).Concat(FirmMultiples.TrailingInputs).Concat(LabValueBook.Inputs)
            .Concat(CountryComparisonFirms.ToldInputs).Concat(CountryComparisonMarkets.ToldInputs).Distinct(),
    ];

    /// <summary>The first country.</summary>
    public Country First { get; }

    /// <summary>The second country.</summary>
    public Country Second { get; }

    /// <summary>The point of view.</summary>
    public Vintage Vintage { get; }

    /// <summary>The rows, those of one group together.</summary>
    public IReadOnlyList<CountryComparisonRow> Rows { get; }

    /// <summary>Labs of equal capability and how they are valued.</summary>
    public EqualCapability Equal { get; }

    /// <summary>What holds for the whole comparison.</summary>
    public static Bilingual Caveats { get; } = new Bilingual(
        "The record is of large, reported deals and of firms whose accounts were read; it is denser for firms that report in English, so differences in size partly show the record and not the countries. " +
        "Money from a state counts at face value, which is not a subsidy.",
        "所收录的是见诸报道的大额交易及已读取账目的企业，英文披露的企业更为完整，因此规模差异部分反映收录情况而非国情。国有资金按面值计，面值不等于补贴。").Then(CountryMoneyBook.Rules);

    /// <summary>Compares two countries.</summary>
    /// <param name="inputs">Inputs that declare <see cref="Inputs"/>.</param>
    /// <param name="first">The first country.</param>
    /// <param name="second">The second country.</param>
    /// <exception cref="ArgumentException">Both are the same country.</exception>
    public static CountryComparison Of(InputSet inputs, Country first, Country second)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Code == second.Code) throw new ArgumentException($"{first.Code} is compared with itself.", nameof(second));
        var scope = new CountryComparisonScope(inputs, first, second);
        var equal = EqualCapability.Newest(LabValueBook.Of(inputs), first.Code, second.Code);
        CountryComparisonRow[] rows =
        [
            .. CountryComparisonMoney.Rows(scope), .. CountryComparisonFirms.Rows(scope), .. CountryComparisonMarkets.Rows(scope), .. CountryComparisonCapability.Rows(scope, equal),
        ];
        return new CountryComparison(first, second, inputs.Vintage, rows, equal);
    }

    /// <summary>Every fact behind any row.</summary>
    public IReadOnlyList<Fact> Facts => [.. Rows.SelectMany(r => r.First.Facts.Concat(r.Second.Facts)).Distinct()];
}
