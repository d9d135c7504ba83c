using Froth.Core.Data;

namespace Froth.Core.Financing;

/// <summary>The external financing announced in a closed span of days. Signed and merely announced money are kept apart for good.</summary>
public sealed class FinancingWindow
{
    /// <summary>Sorts the rows of the span by stage.</summary>
    internal FinancingWindow(DateOnly first, DateOnly last, IReadOnlyList<FinancingRow> rows)
    {
        (First, Last) = (first, last);
        AllSigned = [.. rows.Where(r => r.Flow.Stage != FlowStage.Announced)];
        Signed = [.. AllSigned.Where(r => r.Money is not null)];
        NotBinding = [.. rows.Where(r => r.Flow.Stage == FlowStage.Announced && r.Money is not null)];
    }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, which dates the readings.</summary>
    public DateOnly Last { get; }

    /// <summary>Binding rows with or without an amount in dollars.</summary>
    public IReadOnlyList<FinancingRow> AllSigned { get; }

    /// <summary>Binding rows with an amount in dollars.</summary>
    public IReadOnlyList<FinancingRow> Signed { get; }

    /// <summary>Rows of letters of intent and of unknown standing, with an amount in dollars. Never added to <see cref="Signed"/>.</summary>
    public IReadOnlyList<FinancingRow> NotBinding { get; }

    /// <summary>Share of the binding rows that have an amount in dollars; NaN when there are none.</summary>
    public double Coverage => AllSigned.Count == 0 ? double.NaN : (double)Signed.Count / AllSigned.Count;

    /// <summary>Everything the signed rows rest on.</summary>
    public IReadOnlyList<Fact> SignedFacts => [.. Signed.SelectMany(r => r.Facts).Distinct()];

    /// <summary>Sum of the signed rows of some layers or kinds.</summary>
    public ToldMoney SumSigned(Func<Flow, bool> which) => Sum(Signed.Where(r => which(r.Flow)));

    /// <summary>Sum of all signed rows.</summary>
    public ToldMoney SignedTotal => Sum(Signed);

    /// <summary>Sum of the rows that bind nobody or are not known to.</summary>
    public ToldMoney NotBindingTotal => Sum(NotBinding);

    /// <summary>Signed money by receiver, largest first; equal sums by upper end, then by name, so that the order never depends on the file.</summary>
    public IReadOnlyList<(string Recipient, ToldMoney Money)> ByRecipient() =>
        [.. Signed.GroupBy(r => r.Recipient, StringComparer.Ordinal).Select(g => (Recipient: g.Key, Money: Sum(g)))
            .OrderByDescending(p => p.Money.Told).ThenByDescending(p => p.Money.High).ThenBy(p => p.Recipient, StringComparer.Ordinal)];

    /// <summary>A sentence on binding rows that could not be counted, or null when all could.</summary>
    public Bilingual? LeftOutRemark()
    {
        var missing = AllSigned.Count - Signed.Count;
        if (missing == 0) return null;
        var currencies = string.Join(", ", AllSigned.Where(r => r.Money is null && !r.Flow.Value.IsUnknown)
            .Select(r => r.Flow.Currency.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return currencies.Length == 0
            ? new($"Signed rows left out for want of an amount: {missing}.", $"有 {missing} 笔已签约交易未披露金额，未计入。")
            : new($"Signed rows left out: {missing}; no amount, or no dollar rate within 60 days ({currencies}).",
                $"有 {missing} 笔已签约交易未计入：未披露金额，或前后 60 天内没有可用汇率（{currencies}）。");
    }

    private static ToldMoney Sum(IEnumerable<FinancingRow> rows) => ToldMoney.Sum(rows.Select(r => r.Money!.Value));
}
