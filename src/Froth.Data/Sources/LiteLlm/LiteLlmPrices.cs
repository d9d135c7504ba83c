using System.Text;
using System.Text.Json;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.LiteLlm;

/// <summary>Turns the prices of one model into rows, exactly: a price a token becomes one a million tokens by moving its point.</summary>
/// <param name="sink">Where the rows go.</param>
/// <param name="source">Id of the publication.</param>
/// <param name="providers">Providers by key, for records that do not name theirs; null for none.</param>
internal sealed class LiteLlmPrices(ParseSink sink, string source, IReadOnlyDictionary<string, string>? providers = null)
{
    private const int TokenToMillion = 6;

    /// <summary>
    /// Dollars a million tokens above which a price is a slip, 0.01 dollars a token: the dearest model ever listed asked 600, while some
    /// sellers' prices a million tokens were entered as prices a token or in cents.
    /// </summary>
    private const decimal Dearest = 10_000;

    private static readonly (string Field, string Concept, int Power)[] Fields =
    [
        ("input_cost_per_token", "list-price-input", TokenToMillion),
        ("output_cost_per_token", "list-price-output", TokenToMillion),
        ("cache_read_input_token_cost", "list-price-cached-input", TokenToMillion),
        ("input_cost_per_million_tokens", "list-price-input", 0),
        ("output_cost_per_million_tokens", "list-price-output", 0),
    ];

    private readonly Dictionary<string, (int Count, string First)> _zeros = new(StringComparer.Ordinal);

    /// <summary>Reads one model.</summary>
    /// <param name="locator">Its place.</param>
    /// <param name="model">Its key in the list.</param>
    /// <param name="record">Its fields.</param>
    /// <param name="day">The day on which the list stood so.</param>
    public void Model(string locator, string model, JsonElement record, DateOnly day)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            sink.Refuse(locator, "", "the entry is not an object of fields", Encoding.UTF8.GetBytes(record.GetRawText()));
            return;
        }

        if (ToldObservation.NameFault(model) is { } fault)
        {
            sink.Refuse(locator, "", fault, Encoding.UTF8.GetBytes(model));
            return;
        }

        var provider = LiteLlmFirms.ProviderOf(record) ?? providers?.GetValueOrDefault(model) ?? LiteLlmFirms.PrefixOf(model) ?? "";
        var seller = LiteLlmFirms.Of(provider, sink);
        var basic = new ToldObservation
        {
            Entity = seller ?? Organisations.Sector, Concept = "", Dimension = model, End = day, Unit = Unit.UsDollarPerMillionTokens,
            Grade = Grade.ThirdParty, Published = day, Source = source, Note = provider.Length == 0 ? "seller not told" : $"seller: {provider}",
        };
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (field, concept, power) in Fields)
        {
            if (record.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null && done.Add(concept))
                Price(locator, field, value, power, basic with { Concept = concept });
        }
    }

    /// <summary>Tells, once for each field, how many prices of zero were left out.</summary>
    public void TellZeros()
    {
        foreach (var (field, (count, first)) in _zeros)
            sink.Refuse("whole file", field, $"{count} prices of zero were left out, the first of {first}: zero stands for free or for unknown, and the list does not say which", []);
    }

    private void Price(string locator, string field, JsonElement value, int power, ToldObservation basic)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var fault = ExactNumber.Read(text, power, out var price);
        fault ??= price < 0 ? $"a price of {text} is below zero"
            : price > Dearest ? $"{text} dollars are {ExactNumber.Text(price)} dollars a million tokens, more than the {Dearest:N0} that any price can be: probably a price a million tokens, or one in cents"
            : null;
        if (fault is not null) sink.Refuse(locator, field, fault, Encoding.UTF8.GetBytes(value.GetRawText()));
        else if (price == 0) _zeros[field] = _zeros.TryGetValue(field, out var zero) ? (zero.Count + 1, zero.First) : (1, basic.Dimension);
        else (basic with { Value = price }).To(sink, locator);
    }
}
