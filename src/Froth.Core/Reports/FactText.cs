using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;

namespace Froth.Core.Reports;

/// <summary>Says in words what a fact states.</summary>
public static class FactText
{
    /// <summary>Who the fact is about; for a flow "payer → receiver".</summary>
    public static string Entity(Fact fact, EntityBook entities, Language language)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return fact switch
        {
            Observation o => entities.NameOf(o.Entity).In(language),
            Flow f => $"{Side(f.From, f.FromName, entities, language)} → {Side(f.To, f.ToName, entities, language)}",
            _ => "",
        };
    }

    /// <summary>What is measured: the concept and its dimension, or the kind of flow.</summary>
    public static string Concept(Fact fact, Language language) => fact switch
    {
        Observation { Dimension.Length: > 0 } o => $"{Glossary.OfConcept(o.Concept).In(language)} ({o.Dimension})",
        Observation o => Glossary.OfConcept(o.Concept).In(language),
        Flow f => Glossary.Of(f.Kind).In(language),
        _ => "",
    };

    /// <summary>The time described.</summary>
    public static string Period(Fact fact) => fact switch
    {
        Observation o => o.Period.ToString().Replace("..", " – ", StringComparison.Ordinal),
        null => "",
        _ => fact.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The amount as people write it, with its range where it is one.</summary>
    public static string Value(Fact fact, Language language) => fact switch
    {
        Observation o => Amount(o.Value, o.Unit, language),
        Flow f => Amount(f.Value, f.Currency, language),
        _ => NumberText.None,
    };

    /// <summary>An amount as people write it.</summary>
    public static string Amount(Amount amount, Unit unit, Language language) => amount switch
    {
        { IsUnknown: true } => NumberText.None,
        { IsPoint: true } => One(amount.Low!.Value, unit, language),
        { Low: null, High: { } high } => "≤ " + One(high, unit, language),
        { High: null, Low: { } low } => "≥ " + One(low, unit, language),
        { Low: { } low, High: { } high } => $"{One(low, unit, language)} – {One(high, unit, language)}",
        _ => One(amount.Mode!.Value, unit, language),
    };

    /// <summary>The amount with every digit told and its unit code, for checking against the source.</summary>
    public static string Exact(Fact fact) => fact switch
    {
        Observation o => Exact(o.Value, o.Unit),
        Flow f => Exact(f.Value, f.Currency),
        _ => "",
    };

    private static string Exact(Amount amount, Unit unit)
    {
        static string Digits(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture).Replace('-', '−');
        var text = amount switch
        {
            { IsUnknown: true } => NumberText.None,
            { IsPoint: true } => Digits(amount.Low!.Value),
            { Low: null, High: { } high } => "≤ " + Digits(high),
            { High: null, Low: { } low } => "≥ " + Digits(low),
            { Low: { } low, High: { } high } => $"{Digits(low)} – {Digits(high)}",
            _ => Digits(amount.Mode!.Value),
        };
        return $"{text} {unit.Code}";
    }

    /// <summary>A number of a unit as people write it; counts have no decimals they do not need.</summary>
    public static string Number(double value, Unit unit, Language language) => unit.Kind switch
    {
        UnitKind.Money => NumberText.Money(value, unit, language),
        UnitKind.Price => NumberText.Value(value, Indicators.Display.Price, unit, language),
        UnitKind.Count when value == Math.Round(value) => NumberText.Significant(value).Replace(".00", "", StringComparison.Ordinal).Replace(".0", "", StringComparison.Ordinal),
        _ => NumberText.Significant(value),
    };

    private static string One(decimal value, Unit unit, Language language) => Number((double)value, unit, language);

    // The source's own wording stands in where it names a side the entity book does not know.
    private static string Side(IReadOnlyList<string> ids, string told, EntityBook entities, Language language) =>
        ids.Count > 0 && ids.All(id => entities.Find(id) is not null)
            ? string.Join(language == Language.English ? ", " : "、", ids.Select(id => entities.NameOf(id).In(language)))
            : told;
}
