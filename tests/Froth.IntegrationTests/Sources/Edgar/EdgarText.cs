using System.Text;
using Froth.Core.Entities;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.IntegrationTests.Sources.Edgar;

/// <summary>Short ways to parse text and bytes as responses of EDGAR.</summary>
internal static class EdgarText
{
    public static readonly DateOnly Today = new(2026, 7, 31);

    public const string Fact = """{"start":"2024-01-01","end":"2024-03-31","val":1500,"accn":"0001234567-24-000005","fy":2024,"fp":"Q1","form":"10-Q","filed":"2024-05-01","frame":"CY2024Q1"}""";

    /// <summary>A firm with these facts under one tag and unit.</summary>
    public static string Firm(params string[] facts) =>
        """{"cik":1234567,"entityName":"Example Corp","facts":{"us-gaap":{"Revenues":{"label":"Revenues","description":"All of it.","units":{"USD":[""" + string.Join(',', facts) + "]}}}}}";

    public static RecordingSink Parse(string text, string name = "response.json", string? format = null, SourceArguments? arguments = null, params IReadOnlyList<Entity> known) =>
        Parse(Encoding.UTF8.GetBytes(text), name, format, arguments, known);

    /// <summary>Parses by the format recognised, or by the one given, as a puller does that knows what it asked for.</summary>
    public static RecordingSink Parse(byte[] bytes, string name = "response.json", string? format = null, SourceArguments? arguments = null, params IReadOnlyList<Entity> known)
    {
        var folder = Directory.CreateTempSubdirectory("froth-edgar-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            var source = new EdgarSource();
            var file = SourceFile.At(path);
            var sink = new RecordingSink(Today, known);
            source.Parse(file, format ?? source.Recognise(file) ?? throw new InvalidOperationException("not recognised"), arguments ?? SourceArguments.None, sink);
            return sink;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Parses companyfacts in memory, with the fast path or without it.</summary>
    public static RecordingSink Facts(byte[] bytes, bool isFast)
    {
        var response = new ResponseBytes();
        response.Load(bytes);
        var sink = new RecordingSink(Today);
        var writer = new FactWriter(sink);
        new FactsParser(sink, writer, isFast).ParseFirm(response, "test");
        writer.Finish();
        return sink;
    }

    /// <summary>The format by which a text is recognised.</summary>
    public static string? Recognise(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return new EdgarSource().Recognise(SourceFile.At(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
