using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Time;

namespace Froth.Bench;

/// <summary>Accounts of firms that are the same on every machine: mixed currencies and grades, and lines that some firms leave out.</summary>
internal static class GeneratedFirms
{
    private static readonly Unit[] Currencies = [Unit.UsDollar, Unit.UsDollar, Unit.Parse("CNY"), Unit.Parse("HKD"), Unit.Parse("EUR")];
    private static readonly Grade[] Grades = [Grade.Filed, Grade.Audited, Grade.Company, Grade.Press, Grade.Filed, Grade.Estimated];
    private static readonly Provenance Made = new(new Source("made", "Froth", "Generated", "", null, "Apache-2.0", AccessClass.Public), new string('0', 64), "made");

    // Line, share of revenue in thousandths, how much of that swings from quarter to quarter, is it a balance.
    private static readonly (string Concept, int Share, int Swing, bool IsBalance)[] Lines =
    [
        (Concepts.Revenue, 1000, 100, false), (Concepts.OperatingIncome, 120, 200, false), (Concepts.NetIncome, 70, 180, false),
        (FirmConcepts.IncomeTax, 20, 20, false), (FirmConcepts.AdjustedEbitda, 300, 200, false), (Concepts.OperatingCashFlow, 150, 300, false),
        (Concepts.CapitalExpenditure, 250, 200, false), (FirmConcepts.InterestExpense, 60, 40, false), (FirmConcepts.InterestPaid, 55, 50, false),
        (FirmConcepts.InterestCapitalised, 10, 10, false), (FirmConcepts.FinanceLeasePrincipalPaid, 8, 8, false),
        (FirmConcepts.Cash, 700, 600, true), (FirmConcepts.MarketableSecuritiesCurrent, 200, 200, true), (FirmConcepts.DebtCurrent, 100, 100, true),
        (FirmConcepts.DebtDueYear1, 110, 100, true), (FirmConcepts.DebtTotal, 2500, 900, true),
        (FirmConcepts.GrossProfit, 600, 100, false), (FirmConcepts.ResearchAndDevelopment, 150, 50, false), (FirmConcepts.DepreciationAmortisation, 120, 40, false),
        (FirmConcepts.StockholdersEquity, 2000, 900, true), (FirmConcepts.PropertyPlantEquipment, 3000, 500, true), (Concepts.MarketCapitalisation, 20000, 12000, true),
    ];

    // As the lines above, told at the end of every fourth quarter, as annual reports do; some beside each other by kind or name.
    private static readonly (string Concept, string Dimension, int Share, int Swing)[] Yearly =
    [
        .. FirmConcepts.DebtDue.Skip(1).Select(c => (c, "", 480, 200)),
        (FirmConcepts.LeasesNotCommenced, "", 400, 300), (FirmConcepts.PurchaseObligations, "", 700, 400),
        (FirmConcepts.DebtOutstanding, "bond", 900, 300), (FirmConcepts.DebtOutstanding, "vendor-credit", 400, 200), (FirmConcepts.DebtOutstanding, "private-credit", 300, 150),
    ];

    public static IEnumerable<Observation> Of(int firms, int quarters)
    {
        for (var firm = 0; firm < firms; firm++)
        {
            var (currency, grade, scale) = (Currencies[firm % Currencies.Length], Grades[firm % Grades.Length], 1_000_000m * (1 + firm % 97));
            var id = GeneratedRows.Firm(firm);
            yield return Fact(id, FirmConcepts.InterestInOperatingCashFlow, Period.Instant(GeneratedRows.QuarterEnd(0)), firm % 4 == 3 ? 0 : 1, Unit.Ratio, Grade.Filed);
            for (var line = 0; line < Lines.Length; line++)
            {
                if (IsLeftOut(firm, line)) continue;
                for (var quarter = 0; quarter < quarters; quarter++)
                {
                    var (concept, share, swing, isBalance) = Lines[line];
                    var end = GeneratedRows.QuarterEnd(quarter);
                    var thousandths = share - swing + (int)(Mixed(firm, line, quarter) % (ulong)(2 * swing + 1));
                    var period = isBalance ? Period.Instant(end) : Period.Between(end.AddDays(1).AddMonths(-3), end);
                    yield return Fact(id, concept, period, scale * thousandths, currency, line % 3 == 0 ? Grade.Filed : grade);
                }
            }

            foreach (var fact in YearlyOf(firm, quarters, scale, currency)) yield return fact;
        }
    }

    private static IEnumerable<Observation> YearlyOf(int firm, int quarters, decimal scale, Unit currency)
    {
        var id = GeneratedRows.Firm(firm);
        for (var quarter = 3; quarter < quarters; quarter += 4)
        {
            var day = Period.Instant(GeneratedRows.QuarterEnd(quarter));
            for (var line = 0; line < Yearly.Length; line++)
            {
                var (concept, dimension, share, swing) = Yearly[line];
                var thousandths = share - swing + (int)(Mixed(firm, Lines.Length + line, quarter) % (ulong)(2 * swing + 1));
                yield return Fact(id, concept, day, scale * thousandths, currency, Grade.Filed) with { Dimension = dimension };
            }

            // A vehicle's lease and its debt, and a gap of disclosure.
            if (firm % 5 != 0) continue;
            yield return Fact(id, FirmConcepts.LeaseInitialYears, day, 5 + firm % 11, Unit.Years, Grade.Filed) with { Dimension = "site" };
            yield return Fact(id, FirmConcepts.DebtFinalMaturityYears, day, 10 + firm % 9, Unit.Years, Grade.Filed) with { Dimension = "site" };
            yield return Fact(id, FirmConcepts.OpacityGap, day, firm % 2, Unit.Ratio, Grade.Filed) with { Dimension = "maturity-undisclosed" };
        }
    }

    // The lines that make a firm are always told; of the others every ninth is not.
    private static bool IsLeftOut(int firm, int line) => line > 5 && Mixed(firm, line, -1) % 9 == 0;

    private static Observation Fact(string firm, string concept, Period period, decimal value, Unit unit, Grade grade) => new()
    {
        Entity = firm, Concept = concept, Period = period, Value = Amount.Point(value), Unit = unit,
        PublishedAt = period.End.AddDays(40), Grade = grade, Provenance = Made,
    };

    private static ulong Mixed(int firm, int line, int quarter)
    {
        var value = ((ulong)firm << 32) ^ ((ulong)line << 16) ^ (ulong)(quarter + 1);
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL + 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
