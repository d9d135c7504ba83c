using System.Text.Json;
using Froth.Core.Data;
using Froth.Core.Indicators;

namespace Froth.Core.Firms;

/// <summary>The reviewed table of lenses. It lies beside this file as <c>lenses.json</c> and travels in the assembly.</summary>
public static class Lenses
{
    private static readonly Lazy<IReadOnlyList<Lens>> Shipped = new(ReadShipped);

    /// <summary>Every lens, the primary definition first.</summary>
    public static IReadOnlyList<Lens> All => Shipped.Value;

    /// <summary>The lens with that id.</summary>
    /// <exception cref="ArgumentException">No lens has it; the message lists those that are.</exception>
    public static Lens Of(string id) => All.FirstOrDefault(l => l.Id == id)
        ?? throw new ArgumentException($"No lens is called '{id}'. Known: {string.Join(", ", All.Select(l => l.Id))}.", nameof(id));

    /// <summary>Reads a table from JSON.</summary>
    /// <exception cref="ArgumentException">A lens is incomplete; the message names it.</exception>
    public static IReadOnlyList<Lens> Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("lenses").EnumerateArray().Select(LensOf)];
    }

    private static IReadOnlyList<Lens> ReadShipped()
    {
        using var stream = typeof(Lenses).Assembly.GetManifestResourceStream("Froth.Core.Firms.lenses.json")
            ?? throw new InvalidOperationException("The assembly lacks its table of lenses.");
        return Read(stream);
    }

    private static Lens LensOf(JsonElement json)
    {
        var id = Text(json, "id", "?");
        return new Lens
        {
            Id = id,
            Name = new(Text(json, "en", id), Text(json, "zh", id)),
            Formula = new(Text(json, "formulaEn", id), Text(json, "formulaZh", id)),
            Note = new(Text(json, "noteEn", id), Text(json, "noteZh", id)),
            Measure = Code<LensMeasure>(json, "measure", id),
            Prints = Code<LensCover>(json, "prints", id),
            HedgeFrom = new(Number(json, "hedgeFrom", id), Code<ThresholdStatus>(json, "hedgeStatus", id)),
            PonziBelow = new(Number(json, "ponziBelow", id), Code<ThresholdStatus>(json, "ponziStatus", id)),
            Citation = new(Text(json, "citation", id)),
        };
    }

    private static string Text(JsonElement json, string name, string id) =>
        json.TryGetProperty(name, out var value) && value.GetString() is { } text ? text : throw new ArgumentException($"The lens {id} has no {name}.");

    private static double Number(JsonElement json, string name, string id) =>
        json.TryGetProperty(name, out var value) ? value.GetDouble() : throw new ArgumentException($"The lens {id} has no {name}.");

    private static T Code<T>(JsonElement json, string name, string id) where T : struct, Enum =>
        Codes.TryParse<T>(Text(json, name, id), out var value) ? value : throw new ArgumentException($"The lens {id} has an unknown {name}.");
}
