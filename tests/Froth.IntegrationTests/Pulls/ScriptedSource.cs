using System.Text.Json;
using Froth.Core;
using Froth.Data.Sources;

namespace Froth.IntegrationTests.Pulls;

/// <summary>A source whose responses name the requests that follow from them: <c>{"follow":["/a","/b"]}</c>.</summary>
public sealed class ScriptedSource(Func<string, Uri> url, params IReadOnlyList<string> first) : ISource
{
    public SourceDescription Description { get; init; } = new()
    {
        Id = "scripted", Title = Bilingual.Same("Scripted"), Summary = Bilingual.Same("A test."), Publisher = "Nobody", Url = "https://example.org", Licence = "none",
    };

    public bool IsResumable { get; init; }

    public bool HasSecretQuery { get; init; }

    public IReadOnlyList<SourceRequest> Requests(SourceArguments arguments, SourceSettings settings) => [.. first.Select(Request)];

    public IReadOnlyList<SourceRequest> Following(SourceRequest request, SourceFile response, SourceArguments arguments)
    {
        try
        {
            using var stream = response.Open();
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.TryGetProperty("follow", out var follow) ? [.. follow.EnumerateArray().Select(f => Request(f.GetString()!))] : [];
        }
        catch (JsonException fault)
        {
            throw new SourceFormatException($"{request.Name} is not JSON.", fault);
        }
    }

    public string? Recognise(SourceFile file) => null;

    public void Parse(SourceFile file, string format, SourceArguments arguments, ParseSink sink) => throw new NotSupportedException();

    private SourceRequest Request(string target) => new(url(target), target) { IsResumable = IsResumable, HasSecretQuery = HasSecretQuery };
}
