using Froth.Core.Entities;
using Froth.Core.Indicators;

namespace Froth.Cli.Commands;

/// <summary>A word on the command line that names nothing known. Carries the nearest known ones.</summary>
internal sealed class UnknownNameException(string message) : Exception(message);

/// <summary>Finds what a person named, or says what comes nearest.</summary>
internal static class Lookup
{
    public static Indicator Indicator(string id) => IndicatorCatalogue.Find(id)
        ?? throw new UnknownNameException(Unknown(id, "indicator", "指标", IndicatorCatalogue.All.Select(i => i.Definition.Id), "froth indicator list"));

    public static Entity Entity(EntityBook book, string name) => book.Resolve(name)
        ?? throw new UnknownNameException(Unknown(name, "entity", "主体", book.All.Select(e => e.Id), "froth entity list"));

    private static string Unknown(string name, string kind, string kindChinese, IEnumerable<string> known, string list)
    {
        var near = known.Select(k => (k, Distance: Distance(name.ToLowerInvariant(), k)))
            .Where(k => k.Distance <= Math.Max(2, name.Length / 3) || k.k.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(k => k.Distance).Take(3).Select(k => k.k).ToList();
        var hint = near.Count > 0 ? Words.Say($" Did you mean {string.Join(", ", near)}?", $"是否指{string.Join("、", near)}？") : "";
        return Words.Say($"No {kind} is called '{name}'.{hint} See '{list}'.", $"没有名为“{name}”的{kindChinese}。{hint}参见“{list}”。");
    }

    // Levenshtein distance, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
