using System.Diagnostics;
using System.Globalization;
using System.Text;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Sources.Edgar;
using Froth.Data.Sources.Edgar.Json;
using Froth.Data.Sources.Edgar.Xml;

namespace Froth.Bench;

/// <summary>
/// Throws damaged responses at the parsers: valid ones with bytes changed, removed, doubled, swapped for what breaks grammars, and
/// spliced into one another. A parser may take one or refuse it; anything else is a failure and is printed whole, so that it can become a test.
/// </summary>
internal static class FuzzBench
{
    private static readonly byte[][] Valid =
    [
        """{"cik":320193,"entityName":"A \u00e9 Inc.","facts":{"us-gaap":{"Revenues":{"label":"R","description":null,"units":{"USD":[{"start":"2020-01-01","end":"2020-03-31","val":-12345678.25,"accn":"0000320193-20-000052","fy":2020,"fp":"Q1","form":"10-Q","filed":"2020-05-01","frame":"CY2020Q1"},{"end":"2020-03-31","val":1,"accn":"0000320193-20-000052","fy":null,"fp":null,"form":"10-K","filed":"2020-05-01"}]}}}}}"""u8.ToArray(),
        """{"cik":"0000320193","name":"A","tickers":["A","B"],"lei":null,"formerNames":[{"name":"Old"}],"filings":{"recent":{"accessionNumber":["0000320193-20-000052","0000320193-20-000053"],"filingDate":["2020-05-01","2020-05-02"],"reportDate":["2020-03-31",""],"form":["10-Q","4"],"primaryDocument":["a.htm","b.xml"],"isInlineXBRL":[1,0]},"files":[{"name":"CIK0000320193-submissions-001.json"}]}}"""u8.ToArray(),
        """{"accessionNumber":["0000320193-20-000052"],"filingDate":["2020-05-01"],"reportDate":["2020-03-31"],"form":["10-Q"],"primaryDocument":["a.htm"]}"""u8.ToArray(),
        """{"taxonomy":"us-gaap","tag":"Revenues","ccp":"CY2020Q1","uom":"USD","label":"R","description":"","pts":1,"data":[{"accn":"0000320193-20-000052","cik":320193,"entityName":"A","loc":"US-CA","start":"2020-01-01","end":"2020-03-31","val":1e6}]}"""u8.ToArray(),
        """{"cik":320193,"taxonomy":"us-gaap","tag":"Revenues","label":"R","description":"","entityName":"A","units":{"USD":[{"end":"2020-03-31","val":0.5,"accn":"0000320193-20-000052","fy":2020,"fp":"Q1","form":"10-Q","filed":"2020-05-01"}]}}"""u8.ToArray(),
        """{"0":{"cik_str":320193,"ticker":"A","title":"A Inc."},"1":{"cik_str":2,"ticker":"B-C","title":"B"}}"""u8.ToArray(),
        "adsh\tcik\tname\tform\tperiod\tfiled\n0000320193-20-000052\t320193\tA\t10-Q\t20200331\t20200501\n"u8.ToArray(),
        "adsh\ttag\tversion\tddate\tqtrs\tuom\tsegments\tcoreg\tvalue\tfootnote\n0000320193-20-000052\tRevenues\tus-gaap/2020\t20200331\t1\tUSD\tX=Y;\tP\t-1.0000\t\n0000320193-20-000052\tOwn\t0000320193-20-000052\t20200331\t0\tUSD\t\t\t\t\n"u8.ToArray(),
        """<?xml version="1.0"?><xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:us-gaap="http://fasb.org/us-gaap/2023" xmlns:dei="http://xbrl.sec.gov/dei/2023" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><context id="c1"><entity><identifier scheme="http://www.sec.gov/CIK">0000320193</identifier><segment><xbrldi:explicitMember dimension="us-gaap:StatementClassOfStockAxis">us-gaap:CommonClassAMember</xbrldi:explicitMember></segment></entity><period><startDate>2022-09-25</startDate><endDate>2023-09-30</endDate></period></context><context id="c2"><entity><identifier scheme="http://www.sec.gov/CIK">0000320193</identifier></entity><period><instant>2023-09-30</instant></period></context><unit id="u"><measure>iso4217:USD</measure></unit><dei:DocumentType contextRef="c2">10-K</dei:DocumentType><us-gaap:Revenues contextRef="c1" unitRef="u" decimals="-6" id="f1">383285000000</us-gaap:Revenues><us-gaap:Assets contextRef="c2" unitRef="u" decimals="-6">1.5e3</us-gaap:Assets></xbrl>"""u8.ToArray(),
        """<?xml version="1.0"?><edgarSubmission><schemaVersion>X0708</schemaVersion><submissionType>D</submissionType><testOrLive>LIVE</testOrLive><primaryIssuer><cik>0001958740</cik><entityName>A Fund</entityName></primaryIssuer><offeringData><typeOfFiling><dateOfFirstSale><value>2022-12-16</value></dateOfFirstSale></typeOfFiling><offeringSalesAmounts><totalOfferingAmount>1000</totalOfferingAmount><totalAmountSold>500</totalAmountSold><totalRemaining>500</totalRemaining></offeringSalesAmounts><signatureBlock><signature><signatureDate>2022-12-20</signatureDate></signature></signatureBlock></offeringData></edgarSubmission>"""u8.ToArray(),
        "entity,concept,end,value,unit,published\nnvidia,revenue,2024-01-28,\"60,922\",USD,2024-02-21\r\nnvidia,\"a \"\"b\"\"\",2024-01-28,1,USD,2024-02-21\n"u8.ToArray(),
    ];

    private static readonly byte[][] Dictionary =
    [
        .. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "NaN", "-", "0", "1e999", "99999999999999999999", "-0.0000000000000000001", "\t", "\n", "\r", "\0", "9999-12-31", "0000-00-00", "\"units\":", "[[[[", "{\"a\":", "<html>", "<", ">", "</", "/>", "<!--", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "xmlns=\"\"", "xsi:nil=\"true\"" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>Runs that many cases; 0 when none failed.</summary>
    public static int Run(int cases, ulong seed)
    {
        var failures = 0;
        var refused = 0L;
        var state = seed;
        var parsers = Parsers();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < cases; i++)
        {
            var which = (int)(Next(ref state) % (ulong)Valid.Length);
            var bytes = Mutate(Valid[which], ref state);
            try
            {
                parsers[which](bytes);
            }
            catch (SourceFormatException)
            {
                refused++;
            }
            catch (Exception fault)
            {
                if (failures++ < 5) Console.WriteLine($"FAILED case {i} of parser {which}: {fault.GetType().Name} {fault.Message}\n{Convert.ToBase64String(bytes)}\n{fault.StackTrace}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"fuzz {cases:N0} cases, seed {seed}: {cases / watch.Elapsed.TotalSeconds:N0} cases/s, {refused:N0} refused whole, {failures} failures (target 0)"));
        return failures == 0 ? 0 : 1;
    }

    // One for each valid response, in the same order. Parsers are used again, so that a response must not harm the next one either.
    private static Action<byte[]>[] Parsers()
    {
        var sink = new BenchSink(new DateOnly(2026, 1, 1));
        var writer = new FactWriter(sink);
        var facts = new FactsParser(sink, writer);
        var submissions = new SubmissionsParser(sink);
        var arguments = SourceArguments.None.With("cik", "320193");
        var response = new ResponseBytes();
        var file = new SourceFile { Name = "fuzz", BytesPath = "", Length = 0 };
        Action<byte[]> Json(Action parse) => bytes =>
        {
            response.Load(bytes);
            EdgarFormats.OfJson(bytes);
            parse();
        };
        return
        [
            Json(() => facts.ParseFirm(response, "fuzz")),
            Json(() => submissions.ParseFirm(response, "fuzz")),
            Json(() => submissions.ParsePage(response, "fuzz", arguments)),
            Json(() => new FramesParser(sink, writer).Parse(response, file)),
            Json(() => facts.ParseConcept(response, "fuzz")),
            Json(() => CompanyTickers.Read(response, "fuzz", ["A"])),
            bytes => new StatementSets(sink, writer).ReadFilings(new TabRows(new MemoryStream(bytes), "sub.txt")),
            bytes =>
            {
                var sets = new StatementSets(sink, writer);
                sets.ReadFilings(new TabRows(new MemoryStream(Valid[6]), "sub.txt"));
                sets.ReadFacts(new MemoryStream(bytes), () => 0);
            },
            bytes => XbrlInstance.Parse(new MemoryStream(bytes), "fuzz", SourceArguments.None, sink),
            bytes => FormD.Parse(new MemoryStream(bytes), "fuzz", SourceArguments.None, sink),
            bytes =>
            {
                var records = new CsvRecords(new MemoryStream(bytes), 1 << 16);
                while (records.Next())
                {
                    for (var i = 0; records.Problem is null && i < records.FieldCount; i++) _ = records.Field(i).Length;
                }
            },
        ];
    }

    private static byte[] Mutate(byte[] valid, ref ulong state)
    {
        List<byte> bytes = [.. valid];
        for (var rounds = 1 + Next(ref state) % 4; rounds > 0; rounds--)
        {
            var at = (int)(Next(ref state) % (ulong)(bytes.Count + 1));
            var length = Math.Min((int)(Next(ref state) % 40), bytes.Count - at);
            switch (Next(ref state) % 7)
            {
                case 0: bytes.RemoveRange(at, bytes.Count - at); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Dictionary[Next(ref state) % (ulong)Dictionary.Length]); break;
                case 4: bytes.InsertRange(at, Valid[Next(ref state) % (ulong)Valid.Length]); break;
                case 5 when at < bytes.Count: bytes[at] ^= (byte)(1 << (int)(Next(ref state) % 8)); break;
                case 6 when at < bytes.Count: bytes[at] = (byte)Next(ref state); break;
            }
        }

        return [.. bytes];
    }

    // SplitMix64: the same cases everywhere for one seed.
    private static ulong Next(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31;
    }
}
