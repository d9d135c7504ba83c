using Froth.Core.Entities;

namespace Froth.Core.Firms;

/// <summary>The three layers into which money for AI is sorted.</summary>
public enum AiLayer
{
    /// <summary>Chips, foundries, data centres, clouds.</summary>
    Infrastructure,

    /// <summary>Labs that train models.</summary>
    Model,

    /// <summary>Firms that sell what models can do.</summary>
    Application,
}

/// <summary>The one mapping from segments of the value chain to layers.</summary>
public static class AiLayers
{
    private static readonly Dictionary<string, AiLayer> BySegment = new(StringComparer.Ordinal)
    {
        ["chips"] = AiLayer.Infrastructure,
        ["foundry"] = AiLayer.Infrastructure,
        ["datacenter"] = AiLayer.Infrastructure,
        ["neocloud"] = AiLayer.Infrastructure,
        ["cloud"] = AiLayer.Infrastructure,
        ["model_lab"] = AiLayer.Model,
        ["application"] = AiLayer.Application,
    };

    /// <summary>The layer of a segment; null for investors, banks, governments, makers of devices and what has no segment.</summary>
    public static AiLayer? Of(string? segment) => segment is not null && BySegment.TryGetValue(segment, out var layer) ? layer : null;

    /// <summary>The layer of an entity; null when it belongs to none.</summary>
    public static AiLayer? Of(Entity? entity) => Of(entity?.Segment);

    /// <summary>The name.</summary>
    public static Bilingual NameOf(AiLayer layer) => layer switch
    {
        AiLayer.Infrastructure => new("infrastructure", "基础设施层"),
        AiLayer.Model => new("models", "模型层"),
        AiLayer.Application => new("applications", "应用层"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "Unnamed layer."),
    };
}
