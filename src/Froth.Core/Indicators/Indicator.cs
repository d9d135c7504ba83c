using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Financing;
using Froth.Core.Time;

namespace Froth.Core.Indicators;

/// <summary>
/// A pure function from declared inputs at one vintage to dated readings. One file each; found by scanning this assembly.
/// A reading dated d may only use facts dated on or before d.
/// </summary>
public abstract class Indicator
{
    /// <summary>What it is, in full.</summary>
    public abstract Definition Definition { get; }

    /// <summary>All it may look at.</summary>
    public abstract IReadOnlyList<Input> Inputs { get; }

    /// <summary>Computes every reading the inputs support, or says why there is none. Deterministic and free of side effects.</summary>
    public abstract IndicatorResult Compute(InputSet inputs);

    /// <summary>Cases worked by hand; tests run them and the documentation prints them. At least one.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Runs the indicator on facts of one vintage.</summary>
    public IndicatorResult ComputeOn(FactSet facts) => Compute(new InputSet(facts, Inputs));
}

/// <summary>A case worked by hand: the facts, the working in words, and the value that must come out.</summary>
public sealed record Example
{
    /// <summary>What the case shows.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The arithmetic, step by step, as one would write it on paper.</summary>
    public required string Working { get; init; }

    /// <summary>The inputs.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Entities that the case needs to be known, such as where a lab has its seat; none for most.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Entity of the series looked at; null for the headline.</summary>
    public string? Entity { get; init; }

    /// <summary>Date of the reading looked at; null for the last one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The value that must come out; NaN when there must be none.</summary>
    public required double Expected { get; init; }

    /// <summary>Lower end that must come out; NaN when not checked.</summary>
    public double ExpectedLow { get; init; } = double.NaN;

    /// <summary>Upper end that must come out; NaN when not checked.</summary>
    public double ExpectedHigh { get; init; } = double.NaN;

    /// <summary>Reason that must be given when <see cref="Expected"/> is NaN.</summary>
    public MissingReason? ExpectedMissing { get; init; }

    /// <summary>Absolute tolerance.</summary>
    public double Tolerance { get; init; } = 1e-9;
}

/// <summary>Short ways to write the facts of a worked example. Publication defaults to the day described.</summary>
public static class ExampleFacts
{
    private static readonly Provenance Worked =
        new(new Source("example", "Froth", "Worked example", "", null, "Apache-2.0", AccessClass.Public), new string('0', 64), "example");

    /// <summary>An instant.</summary>
    public static Observation At(string entity, string concept, string day, double value, Unit unit, string dimension = "") =>
        Make(entity, concept, Period.Instant(Day(day)), Amount.Point((decimal)value), unit, dimension);

    /// <summary>A span.</summary>
    public static Observation Over(string entity, string concept, string start, string end, double value, Unit unit) =>
        Make(entity, concept, Period.Between(Day(start), Day(end)), Amount.Point((decimal)value), unit, "");

    /// <summary>A binding, counted flow in US dollars, graded filed.</summary>
    public static Flow Deal(string id, string day, string from, string to, FlowKind kind, double amount) => new()
    {
        Id = id, From = [from], To = [to], FromName = from, ToName = to, Kind = kind, Announced = Day(day), PublishedAt = Day(day),
        Value = Amount.Point((decimal)amount), Currency = Unit.UsDollar, Binding = Binding.Binding, Grade = Grade.Filed, Provenance = Worked,
    };

    /// <summary>A firm, lab or country with its segment and seat.</summary>
    public static Entity Who(string id, EntityKind kind, string segment, string country) =>
        new() { Id = id, Name = Bilingual.Same(id), Kind = kind, Segment = segment, Country = country };

    /// <summary>The facts as a set seen at the end of time, with these entities known and no others.</summary>
    public static FactSet Set(IEnumerable<Fact> facts, IReadOnlyList<Entity>? entities = null)
    {
        var all = facts.ToList();
        var asOf = all.Count == 0 ? DateOnly.MinValue : all.Max(f => f.PublishedAt > f.Date ? f.PublishedAt : f.Date);
        return FactSet.Cut(Vintage.At(asOf), all.OfType<Observation>(), all.OfType<Flow>(), entities is null ? EntityBook.Empty : new EntityBook(entities));
    }

    private static Observation Make(string entity, string concept, Period period, Amount value, Unit unit, string dimension) => new()
    {
        Entity = entity, Concept = concept, Dimension = dimension, Period = period, Value = value, Unit = unit,
        PublishedAt = period.End, Grade = Grade.Filed, Provenance = Worked,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
