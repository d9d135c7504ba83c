using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar.Xml;

namespace Froth.IntegrationTests.Sources.Edgar.Xml;

/// <summary>Small instances in the shape of EDGAR's, of a firm that does not exist, and ways to parse them.</summary>
internal static class InstanceXml
{
    public const string Spaces =
        """
        xmlns="http://www.xbrl.org/2003/instance" xmlns:acme="http://www.acme.example/20241231" xmlns:dei="http://xbrl.sec.gov/dei/2024"
        xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:srt="http://fasb.org/srt/2024"
        xmlns:us-gaap="http://fasb.org/us-gaap/2024" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        """;

    public static readonly DateOnly Today = new(2026, 3, 1);

    /// <summary>Parts of a sound instance; their order means nothing.</summary>
    public static readonly string[] Parts =
    [
        Context("year", "<startDate>2024-01-01</startDate><endDate>2024-12-31</endDate>"),
        Context("day", "<instant>2024-12-31</instant>"),
        Context("customer", "<startDate>2024-01-01</startDate><endDate>2024-12-31</endDate>",
            Member("us-gaap:ConcentrationRiskByTypeAxis", "us-gaap:CustomerConcentrationRiskMember") + Member("srt:MajorCustomersAxis", "acme:CustomerAMember")),
        Context("servers", "<instant>2024-12-31</instant>", Member("us-gaap:PropertyPlantAndEquipmentByTypeAxis", "acme:ServersMember")),
        "<unit id='usd'><measure>iso4217:USD</measure></unit>",
        "<unit id='pure'><measure>pure</measure></unit>",
        "<unit id='shares'><measure>shares</measure></unit>",
        "<unit id='usdPerShare'><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator><unitDenominator><measure>shares</measure></unitDenominator></divide></unit>",
        "<dei:DocumentType contextRef='year'>10-K</dei:DocumentType>",
        "<dei:DocumentPeriodEndDate contextRef='year'>2024-12-31</dei:DocumentPeriodEndDate>",
        "<dei:AmendmentFlag contextRef='year'>false</dei:AmendmentFlag>",
        "<dei:EntityRegistrantName contextRef='year'>Acme Compute Inc.</dei:EntityRegistrantName>",
        Fact("us-gaap:Revenues", "year", "usd", "5000000000", "id='f-1' decimals='-6'"),
        Fact("us-gaap:Assets", "day", "usd", "-1234.5", "id='f-2' decimals='2'"),
        Fact("us-gaap:EarningsPerShareBasic", "year", "usdPerShare", "1.25", "id='f-3' decimals='2'"),
        Fact("us-gaap:ConcentrationRiskPercentage", "customer", "pure", "0.39", "id='f-4' decimals='2'"),
        Fact("acme:AcceleratorsInService", "servers", "shares", "24000", "id='f-5' decimals='INF'"),
        "<us-gaap:PropertyPlantAndEquipmentUsefulLife contextRef='servers' id='f-6'>P5Y6M</us-gaap:PropertyPlantAndEquipmentUsefulLife>",
    ];

    public static string Sound { get; } = Of(Parts);

    public static string Of(params IEnumerable<string> parts) =>
        $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}<xbrl {Spaces}>{"\n"}<link:schemaRef xlink:href="acme.xsd" xlink:type="simple"/>{"\n"}{string.Join('\n', parts)}{"\n"}</xbrl>""";

    /// <summary>The sound instance with further parts.</summary>
    public static string With(params IEnumerable<string> more) => Of(Parts.Concat(more));

    public static string Context(string id, string period, string members = "", string cik = "0009999991", string place = "segment")
    {
        var inside = members.Length > 0 && place == "segment" ? $"<segment>{members}</segment>" : "";
        var outside = members.Length > 0 && place == "scenario" ? $"<scenario>{members}</scenario>" : "";
        return $"<context id='{id}'><entity><identifier scheme='http://www.sec.gov/CIK'>{cik}</identifier>{inside}</entity><period>{period}</period>{outside}</context>";
    }

    public static string Member(string axis, string member) => $"<xbrldi:explicitMember dimension='{axis}'>{member}</xbrldi:explicitMember>";

    public static string Fact(string tag, string context, string unit, string value, string more = "") =>
        $"<{tag} contextRef='{context}' unitRef='{unit}' {more}>{value}</{tag}>";

    public static RecordingSink Parse(string xml, SourceArguments? arguments = null, RecordingSink? sink = null) => Parse(Encoding.UTF8.GetBytes(xml), arguments, sink);

    public static RecordingSink Parse(byte[] xml, SourceArguments? arguments = null, RecordingSink? sink = null)
    {
        sink ??= new RecordingSink(Today);
        XbrlInstance.Parse(new MemoryStream(xml), "acme.xml", arguments ?? SourceArguments.None, sink);
        return sink;
    }

    public static SourceArguments Told(params (string Name, string Value)[] told) =>
        new(told.Select(t => new KeyValuePair<string, IReadOnlyList<string>>(t.Name, [t.Value])));
}
