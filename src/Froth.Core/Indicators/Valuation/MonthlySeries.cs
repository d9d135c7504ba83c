using System.Collections;
using Froth.Core.Data;
using Froth.Core.Time;

namespace Froth.Core.Indicators.Valuation;

/// <summary>Monthly observations of one concept in order, found by month, so that windows of months are slices.</summary>
internal sealed class MonthlySeries
{
    private readonly List<int> _months = [];

    /// <summary>Takes the months out of latest revisions; a month that stands twice keeps the later one.</summary>
    public MonthlySeries(IReadOnlyList<Observation> observations)
    {
        var facts = new List<Observation>(observations.Count);
        var values = new List<double>(observations.Count);
        foreach (var fact in observations)
        {
            var value = fact.Double;
            if (fact.Period.Kind != PeriodKind.Month || double.IsNaN(value)) continue;
            var month = MonthOf(fact.Date);
            if (_months.Count > 0 && _months[^1] == month) (facts[^1], values[^1]) = (fact, value);
            else
            {
                _months.Add(month);
                facts.Add(fact);
                values.Add(value);
            }
        }

        (Facts, Values) = ([.. facts], [.. values]);
    }

    /// <summary>The observations by ascending month.</summary>
    public Observation[] Facts { get; }

    /// <summary>Their values.</summary>
    public double[] Values { get; }

    /// <summary>Number of a month, so that the next one is one more.</summary>
    public static int MonthOf(DateOnly day) => day.Year * 12 + day.Month;

    /// <summary>Place of a month, or −1 where it is missing.</summary>
    public int IndexOf(int month)
    {
        var at = _months.BinarySearch(month);
        return at >= 0 ? at : -1;
    }

    /// <summary>The slice of exactly <paramref name="count"/> successive months up to <paramref name="lastMonth"/>, or null where one is missing.</summary>
    public ArraySegment<Observation>? Window(int lastMonth, int count)
    {
        var last = IndexOf(lastMonth);
        var first = last - count + 1;
        return last >= 0 && first >= 0 && _months[first] == lastMonth - count + 1 ? new ArraySegment<Observation>(Facts, first, count) : default(ArraySegment<Observation>?);
    }
}

/// <summary>Lineage of one reading as slices of shared arrays: 1,700 readings of 121 facts each would otherwise be copied.</summary>
internal sealed class FactWindow(params ArraySegment<Observation>[] slices) : IReadOnlyList<Fact>
{
    public int Count { get; } = slices.Sum(s => s.Count);

    public Fact this[int index]
    {
        get
        {
            foreach (var slice in slices)
            {
                if (index < slice.Count) return slice[index];
                index -= slice.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<Fact> GetEnumerator() => slices.SelectMany(s => s).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
