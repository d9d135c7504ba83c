using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>Rows on the accounts of firms, on their spending plans and on state programmes.</summary>
internal static class CountryComparisonFirms
{
    private const string Guidance = "capex-guidance";
    private const string Plan = "capital-expenditure-plan-3y";

    private static readonly Bilingual Classes = new("Classes of financing", "融资类别");
    private static readonly Bilingual Plans = new("Plans and state programmes", "支出计划与国家项目");
    private static readonly Bilingual Firms = new("firms", "企业数");
    private static readonly Bilingual Programmes = new("figures", "数据项数");

    /// <summary>Annualised revenue of labs.</summary>
    public static readonly Input RunRate = Input.Concept(Concepts.RevenueRunRate, Unit.UsDollar);

    /// <summary>Concepts told about firms and countries.</summary>
    public static IReadOnlyList<Input> ToldInputs { get; } = [RunRate, .. new[] { Guidance, Plan, StateMoney.GuidanceFunds, Concepts.CapitalExpenditure }.Select(c => new Input(c, null, null))];

    public static IEnumerable<CountryComparisonRow> Rows(CountryComparisonScope scope)
    {
        var quarters = FirmPanel.Of(scope.Inputs).On(scope.AsOf);
        var services = new[] { scope.First, scope.Second }.ToDictionary(c => c.Code,
            c => quarters.Where(q => scope.IsIn(q.Firm, c)).Select(q => q.Service(DebtServiceWindow.TwelveMonths)).ToList(), StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<MinskyClass>())
        {
            var name = MinskyClasses.NameOf(value);
            yield return scope.Row($"class-{Codes.Of(value)}", Classes, new($"Firms in class {MinskyClasses.LetterOf(value)}, {name.English}", $"{MinskyClasses.LetterOf(value)}类（{name.Chinese}）企业占比"),
                Unit.Ratio, Display.Percent, Firms, c => ClassShare(services[c.Code], value, scope), value == MinskyClass.Unknown ? UnknownNote : RangeNote);
        }

        yield return scope.Row("debt-share-filed", Classes, new("Debt in what firms raised, their accounts, middle firm", "企业账目中的债务融资占比，中位数"), Unit.Ratio, Display.Percent, Firms,
            c => FiledDebtShare([.. quarters.Where(q => scope.IsIn(q.Firm, c))], scope));
        yield return scope.Row("capex-guidance", Plans, new($"Capital spending planned for {scope.AsOf.Year}", $"{scope.AsOf.Year}年资本开支计划"), Unit.UsDollar, Display.Money, Firms,
            c => Planned(scope, c, PlansOfYear(scope), new("spending plans", "资本开支计划")), new Bilingual(
                "Told plans of firms, added up in one currency; fiscal years that end in the year count as it. No lease, no partner's spending.", "企业披露计划之和，同一币种；以该年结束的财年计。不含租赁与合作方支出。"));
        yield return scope.Row("capex-plan-3y", Plans, new("Three-year spending plans", "三年资本开支计划"), Unit.UsDollar, Display.Money, Firms,
            c => Planned(scope, c, scope.Inputs.Latest(new Input(Plan, null, null)), new("three-year plans", "三年计划")));
        yield return scope.Row("state-guidance-funds", Plans, new("Put into AI firms by state guidance funds, cumulative", "政府引导基金对AI企业的累计出资"), Unit.UsDollar, Display.Money, Programmes,
            c => Told(scope, c, StateMoney.GuidanceFunds), new Bilingual("Face value, largely with borrowed and private money; not a subsidy.", "按面值计，含大量杠杆与社会资本，不等于补贴。"));
    }

    private static Bilingual RangeNote { get; } = new("Upper end: if every undecided firm belonged here.", "上限：假设所有未定企业均属此类。");

    private static Bilingual UnknownNote { get; } = new("What is told does not decide; never counted as another class.", "披露内容不足以判定；绝不并入其他类别。");

    private static CountryComparisonSide ClassShare(IReadOnlyList<DebtService> services, MinskyClass value, CountryComparisonScope scope)
    {
        if (services.Count == 0) return CountryComparisonSide.None(NoAccounts, AccountsMissing);
        var unknown = services.Count(s => s.Class == MinskyClass.Unknown);
        List<DebtService> members = [.. services.Where(s => s.Class == value)];
        return new()
        {
            Value = (double)members.Count / services.Count, Low = value == MinskyClass.Unknown ? double.NaN : (double)members.Count / services.Count,
            High = value == MinskyClass.Unknown ? double.NaN : (double)(members.Count + unknown) / services.Count, Count = services.Count, Names = scope.NamesOf(members.Select(s => s.Quarter.Firm)),
            Coverage = (double)(services.Count - unknown) / services.Count, Facts = [.. services.SelectMany(s => s.Lineage).Distinct()],
            Missing = value != MinskyClass.Unknown ? [] : [.. members.Select(s => Lacking(scope, s))],
        };
    }

    private static Bilingual Lacking(CountryComparisonScope scope, DebtService service)
    {
        var name = scope.Entities.NameOf(service.Quarter.Firm);
        return new($"{name.English}: {service.Why?.English}", $"{name.In(Language.SimplifiedChinese)}：{service.Why?.Chinese}");
    }

    private static CountryComparisonSide FiledDebtShare(IReadOnlyList<FirmQuarter> quarters, CountryComparisonScope scope)
    {
        var shares = quarters.Select(q => (q.Firm, Figures: FiledShare(q))).Where(s => s.Figures is not null).ToList();
        var without = CountryComparisonScope.Line(scope.NamesOf(quarters.Select(q => q.Firm).Except(shares.Select(s => s.Firm))));
        Bilingual[] missing = quarters.Count == shares.Count ? [] : [new($"debt or shares issued over twelve months by {without.English}", $"{without.Chinese}近十二个月的举债或发股金额")];
        if (quarters.Count == 0) return CountryComparisonSide.None(NoAccounts, AccountsMissing);
        if (shares.Count == 0) return CountryComparisonSide.None(new("No firm tells both what it borrowed and what it raised by shares.", "没有企业同时披露举债与发股金额。"), missing);
        List<double> values = [.. shares.Select(s => s.Figures!.Value.Share)];
        return new()
        {
            Value = CountryComparisonScope.Median(values), Low = values.Count > 1 ? values.Min() : double.NaN, High = values.Count > 1 ? values.Max() : double.NaN, Count = values.Count,
            Coverage = (double)values.Count / quarters.Count, Names = scope.NamesOf(shares.Select(s => s.Firm)), Missing = missing, Facts = [.. shares.SelectMany(s => s.Figures!.Value.Facts).Distinct()],
        };
    }

    // Debt issued over debt and shares issued: in the last twelve months, else in the last fiscal year, both of the same time.
    private static (double Share, IReadOnlyList<Fact> Facts)? FiledShare(FirmQuarter quarter) =>
        ShareOf(quarter.Year(Concepts.DebtIssued), quarter.Year(Concepts.EquityIssued)) ?? ShareOf(quarter.LastFiscalYear(Concepts.DebtIssued), quarter.LastFiscalYear(Concepts.EquityIssued));

    private static (double Share, IReadOnlyList<Fact> Facts)? ShareOf(FirmFigure? debt, FirmFigure? equity) =>
        debt is { Value: >= 0 } && equity is { Value: >= 0 } && debt.Value + equity.Value > 0 ? (debt.Value / (debt.Value + equity.Value), [.. debt.Lineage, .. equity.Lineage]) : null;

    // A plan for the running year: guidance as such, or capital spending that is not yet past and so can only be a forecast.
    private static List<Observation> PlansOfYear(CountryComparisonScope scope)
    {
        IEnumerable<Observation> told = [.. scope.Inputs.Latest(new Input(Guidance, null, null)),
            .. scope.Inputs.Latest(new Input(Concepts.CapitalExpenditure, null, null)).Where(o => o.Grade == Grade.Estimated && o.Period.Days > 300)];
        return [.. told.Where(o => o.Period.End.Year == scope.AsOf.Year && o.Dimension.Length == 0)];
    }

    // No dated rate turns a plan for a coming year into dollars, so plans stay in the currency in which most of them are told.
    private static CountryComparisonSide Planned(CountryComparisonScope scope, Country country, IReadOnlyList<Observation> told, Bilingual what)
    {
        List<Observation> newest = [.. told.Where(o => o.Unit.IsMoney && scope.IsIn(o.Entity, country)).GroupBy(o => o.Entity, StringComparer.Ordinal)
            .Select(g => g.MaxBy(o => (o.PublishedAt, o.Concept == Guidance))!)];
        if (newest.Count == 0)
        {
            return CountryComparisonSide.None(new("None is recorded.", "没有收录相关数据。"),
                new Bilingual($"{what.English} of firms", $"企业的{what.Chinese}"));
        }

        var unit = newest.GroupBy(o => o.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).First().Key;
        List<Observation> summed = [.. newest.Where(o => o.Unit == unit)];
        var total = Amount.Sum(summed.Select(o => o.Value));
        return new()
        {
            Value = (double?)(total.Central ?? total.Low) ?? double.NaN, Low = End(total, total.Low), High = End(total, total.High), Unit = unit == Unit.UsDollar ? null : unit,
            Count = summed.Count, Names = scope.NamesOf(summed.Select(o => o.Entity)), Facts = summed,
            Missing = [.. newest.Except(summed).Select(o => scope.Entities.NameOf(o.Entity)).Select(n => new Bilingual($"{n.English}: dollar rate", $"{n.In(Language.SimplifiedChinese)}：汇率"))],
        };
    }

    private static CountryComparisonSide Told(CountryComparisonScope scope, Country country, string concept)
    {
        var told = scope.Inputs.Latest(new Input(concept, null, null)).Where(o => o.Entity == country.Id && o.Unit.IsMoney).MaxBy(o => o.Date);
        return told is null
            ? CountryComparisonSide.None(new("No source tells such a sum.", "没有来源给出此类合计。"), new Bilingual(
                "money that the state has put into AI firms, as one sum", "国家层面对AI企业出资的合计"))
            : new() { Value = told.Double, Low = End(told.Value, told.Value.Low), High = End(told.Value, told.Value.High), Unit = told.Unit == Unit.UsDollar ? null : told.Unit, Count = 1, Facts = [told] };
    }

    private static double End(Amount amount, decimal? end) => amount.IsPoint ? double.NaN : (double?)end ?? double.NaN;

    private static Bilingual NoAccounts { get; } = new("No firm has accounts of the last three quarters in the record.", "没有收录企业近三个季度的账目。");

    private static Bilingual AccountsMissing { get; } = new("quarterly accounts of firms", "企业的季度账目");
}
