using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Firms;
using Froth.Core.Indicators;

namespace Froth.Tests.Firms;

/// <summary>Accounts of a made-up firm, and its newest quarter.</summary>
internal static class Accounts
{
    public const string Firm = "a";

    private static readonly string[] Ends = ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"];

    /// <summary>One flow, told forty days after its end.</summary>
    public static Observation Over(string concept, string start, string end, double value, Unit? unit = null) =>
        Later(ExampleFacts.Over(Firm, concept, start, end, value, unit ?? Unit.UsDollar));

    /// <summary>One balance, told forty days after its day.</summary>
    public static Observation At(string concept, string day, double value, Unit? unit = null) => Later(ExampleFacts.At(Firm, concept, day, value, unit ?? Unit.UsDollar));

    /// <summary>The same flow in each quarter of 2024 and 2025.</summary>
    public static IEnumerable<Observation> Each(string concept, double value, Unit? unit = null) =>
        Ends.Select(end => Over(concept, Day(end).AddDays(1).AddMonths(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), end, value, unit));

    /// <summary>The same balance at each quarter's end of 2024 and 2025.</summary>
    public static IEnumerable<Observation> EachEnd(string concept, double value, Unit? unit = null) => Ends.Select(end => At(concept, end, value, unit));

    /// <summary>Whether interest paid stands inside cash from operations.</summary>
    public static Observation Inside(bool isInside) => At(FirmConcepts.InterestInOperatingCashFlow, "2024-03-31", isInside ? 1 : 0, Unit.Ratio);

    /// <summary>A firm with debt whose every quarter is the same; all figures are of a quarter except principal, which is due within a year.</summary>
    public static List<Observation> Steady(double operating, double paid, double principal, double capitalised = 0, double capex = 0, bool isInside = true) =>
    [
        Inside(isInside), .. Each(Concepts.OperatingCashFlow, operating), .. Each(FirmConcepts.InterestPaid, paid), .. Each(Concepts.CapitalExpenditure, capex),
        .. Each(FirmConcepts.InterestCapitalised, capitalised), .. EachEnd(FirmConcepts.DebtCurrent, principal), .. EachEnd(FirmConcepts.DebtTotal, principal + 1000),
    ];

    public static FirmPanel Panel(IEnumerable<Observation> facts) => FirmPanel.Of(new InputSet(ExampleFacts.Set(facts), FirmPanel.Inputs));

    public static FirmQuarter Latest(IEnumerable<Observation> facts) => Panel(facts).Find(Firm).ShouldNotBeNull().Latest.ShouldNotBeNull();

    public static DebtService Service(IEnumerable<Observation> facts, DebtServiceWindow window = DebtServiceWindow.TwelveMonths) =>
        DebtServiceReader.Read(Latest(facts), window);

    public static FirmFinancing Financing(IEnumerable<Observation> facts) => FirmFinancing.Read(Latest(facts), []);

    private static Observation Later(Observation told) => told with { PublishedAt = told.Period.End.AddDays(40) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
