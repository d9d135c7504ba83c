namespace Froth.DefaultData;

/// <summary>How sure a row is. The recorded facts grade deals only; the other rows are graded here by who published them.</summary>
internal static class Grades
{
    public const string Filed = "filed", ThirdParty = "third-party", Company = "company", Press = "press",
        Unconfirmed = "unconfirmed", Estimated = "estimated";

    static readonly HashSet<string> FirmsThemselves = new(StringComparer.Ordinal)
    {
        "Alphabet", "Amazon", "Anthropic", "Microsoft", "NVIDIA", "OpenAI",
    };

    static readonly HashSet<string> Researchers = new(StringComparer.Ordinal)
    {
        "Bain", "David Cahn", "Epoch AI", "Sequoia Capital", "Silicon Data", "Simon Willison, llm-prices",
        "US Census Bureau", "a16z", "Chase (J.P. Morgan)",
    };

    // Pages that name no newspaper, agency or institution as their origin, or that are reworded by machine.
    static readonly HashSet<string> Unsigned = new(StringComparer.Ordinal)
    {
        "7wData", "AI News 247 (narev.ai)", "Bockdev", "CNMRA", "CTOL Digital", "Capital Digest", "Chaobro",
        "GitHub daily digest quoting NVIDIA", "International Financial News", "Itaura", "JexCloud", "Lion Herald",
        "Live in the Future", "Lowdown", "Lumida", "Marketing AI Institute",
        "Newslytical (machine-reworded copy of CNBC)", "Nonce Media", "Pulse", "RBTFL", "Realist English", "SNP Edge",
        "Stacker News", "StartupTune", "Tech Fast Forward", "The Grid Report",
    };

    /// <summary>
    /// Rows of an unsigned page whose figure a second, independent row tells too. Two origins make a press row; each says which the
    /// second one is.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> SecondOrigin = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["F012"] = "the valuation also stands in N038 (Live in the Future, 2026-06-05)",
        ["F047"] = "conflicts.md settles 110 bn at 840 bn and 122 bn at 852 bn; the first close F046 is told by named press",
    };

    static readonly string[] OwnPages =
    [
        "https://www.anthropic.com/", "https://openai.com/", "https://news.microsoft.com/", "https://www.aboutamazon.com/",
    ];

    /// <param name="row">A row of the sourced facts.</param>
    /// <param name="remarks">The row's own words about its basis.</param>
    public static string Of(CsvRow row, string remarks)
    {
        var publisher = row["source_publisher"];
        if (remarks.Contains("confidence: Uncertain", StringComparison.Ordinal)) return Unconfirmed;
        if (publisher.Contains("(SEC)", StringComparison.Ordinal)) return Filed;
        if (publisher.StartsWith("Epoch AI (", StringComparison.Ordinal)) return OfEpoch(publisher, row["source_url"]);
        if (FirmsThemselves.Contains(publisher)) return Company;
        if (Researchers.Contains(publisher)) return ThirdParty;
        return Unsigned.Contains(publisher) ? Unconfirmed : Press;
    }

    /// <summary>As <see cref="Of"/>, raised where a second origin is named.</summary>
    public static string OfRound(CsvRow row) =>
        Of(row, row["what"]) is var grade && grade == Unconfirmed && SecondOrigin.ContainsKey(row["id"]) ? Press : grade;

    /// <summary>Deals carry a confidence of their own.</summary>
    public static string OfDeal(CsvRow row) => row["confidence"] switch
    {
        "high" => row["source_publisher"].Contains("SEC", StringComparison.Ordinal) ? Filed : Company,
        "medium" => Press,
        "low" => Unconfirmed,
        var other => throw new InvalidDataException($"Unknown confidence '{other}'."),
    };

    // Epoch AI names what kind of source it read; where it only links to the source, the address tells.
    static string OfEpoch(string publisher, string url)
    {
        if (publisher.Contains("Company disclosure", StringComparison.Ordinal)) return Company;
        if (publisher.Contains("Media report", StringComparison.Ordinal)) return Press;
        if (!publisher.Contains("citing the linked source", StringComparison.Ordinal)) return ThirdParty;
        return OwnPages.Any(p => url.StartsWith(p, StringComparison.Ordinal)) ? Company : Press;
    }
}
