using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>
/// What the parsers of Epoch AI's tables share: the sink, the day of recording, who is who, and the rules of grade and publication.
/// </summary>
/// <remarks>
/// Publication. A row that tells when it was reported (companies' figures), last modified (sites) or estimated (chip counts) counts as
/// public from then, or from the end of its period where that is later, and in no case later than the day on which the file was
/// recorded. A row that tells none of these counts as public from the day of recording: Epoch AI adds and corrects estimates long after
/// a model came out, so that the day of the model's release would let a back-test see the future.
/// </remarks>
internal sealed class EpochContext(ParseSink sink, DateOnly recorded)
{
    // The first year that a day of report can have: earlier ones are slips of the pen in the source.
    private const int FirstPlausibleYear = 1990;

    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

    public ParseSink Sink { get; } = sink;

    public DateOnly Recorded { get; } = recorded;

    public Organisations Organisations { get; } = new(sink);

    /// <summary>The id of a publication of Epoch AI, told to the sink once.</summary>
    public string Source(string id, string title, string url, string locator)
    {
        if (_sources.Add(id))
        {
            Sink.Row("sources", locator, ("id", id), ("publisher", "Epoch AI"), ("title", title), ("url", url),
                ("licence", "CC BY 4.0 (Epoch AI)"), ("access", "public"));
        }

        return id;
    }

    /// <summary>The day of publication of a row, from the day it tells, and a note where that day is of no use.</summary>
    /// <param name="told">The day that the row tells, as it stands; may be empty.</param>
    /// <param name="periodEnd">End of the period described.</param>
    public (DateOnly Day, string Note) Published(string told, DateOnly periodEnd)
    {
        if (told.Length == 0) return (Recorded, "");
        if (DayText.Read(told) is not { } day || day.Year < FirstPlausibleYear)
            return (Recorded, $"report date {told} is a slip in the source; day of recording used");
        return (DayText.Earlier(DayText.Later(day, periodEnd), Recorded), "");
    }

    /// <summary>True when a row was reported before its period ended: then it was a forecast.</summary>
    public static bool IsEarly(string told, DateOnly periodEnd) => DayText.Read(told) is { Year: >= FirstPlausibleYear } day && day < periodEnd;

    /// <summary>The grade of a company's figure, from who told it and how far Epoch AI trusts it.</summary>
    public static Grade OfReport(string sourceType, string confidence)
    {
        if (confidence.Equals("Uncertain", StringComparison.OrdinalIgnoreCase) || confidence.Equals("Speculative", StringComparison.OrdinalIgnoreCase)) return Grade.Unconfirmed;
        if (sourceType.Contains("Company disclosure", StringComparison.OrdinalIgnoreCase)) return Grade.Company;
        return sourceType.Contains("Media report", StringComparison.OrdinalIgnoreCase) ? Grade.Press : Grade.ThirdParty;
    }

    /// <summary>
    /// The grade of a model's estimate. Epoch AI calls itself confident where it expects to be right within a factor of three; what it
    /// holds for likely (a factor of ten) or speculative is an estimate, and what it does not rate is unconfirmed.
    /// </summary>
    public static Grade OfModel(string confidence) => confidence.ToLowerInvariant() switch
    {
        "confident" => Grade.ThirdParty,
        "likely" or "speculative" => Grade.Estimated,
        _ => Grade.Unconfirmed,
    };

    /// <summary>
    /// Tells one figure of a row: reads the cell, scales it, and adds the row; an empty cell tells nothing, and one that is no exact
    /// number is refused.
    /// </summary>
    /// <returns>True when a row was told.</returns>
    public bool Tell(HeadedTable table, string column, int power, ToldObservation basic)
    {
        if (Number(table, column, power) is not { } value) return false;
        (basic with { Value = value }).To(Sink, table.Locator);
        return true;
    }

    /// <summary>As <see cref="Tell"/>, with the bounds of a range; a row without bounds tells the middle alone.</summary>
    public void TellRange(HeadedTable table, (string Middle, string Low, string High) columns, int power, ToldObservation basic)
    {
        var (middle, low, high) = (Number(table, columns.Middle, power), Number(table, columns.Low, power), Number(table, columns.High, power));
        if (middle is null && low is null && high is null) return;
        (basic with { Value = middle, Low = low, High = high, Grade = Grade.Estimated }).To(Sink, table.Locator);
    }

    /// <summary>The number of a cell; null when it is empty or refused.</summary>
    public decimal? Number(HeadedTable table, string column, int power)
    {
        var text = table[column];
        if (text.Length == 0) return null;
        if (ExactNumber.Read(text, power, out var number) is not { } reason) return number;
        table.Refuse(Sink, column, reason);
        return null;
    }

    /// <summary>The day of a cell; null, and the row refused, where it is none.</summary>
    public DateOnly? Day(HeadedTable table, string column)
    {
        if (DayText.Read(table[column]) is { } day) return day;
        table.Refuse(Sink, column, table[column].Length == 0 ? "the row tells no day, so its period is not known" : $"'{table[column]}' is not a day");
        return null;
    }

    /// <summary>As <see cref="Day"/>, for what must have happened before the file was recorded.</summary>
    public DateOnly? Past(HeadedTable table, string column)
    {
        if (Day(table, column) is not { } day) return null;
        if (day <= Recorded) return day;
        table.Refuse(Sink, column, $"{table[column]} lies after the day of recording, {DayText.Text(Recorded)}");
        return null;
    }

    /// <summary>The name of a cell, fit for a dimension; null, and the row refused, where it is not.</summary>
    public string? Name(HeadedTable table, string column)
    {
        var name = table[column];
        if (ToldObservation.NameFault(name) is not { } fault) return name;
        table.Refuse(Sink, column, fault);
        return null;
    }

    /// <summary>The entity of a company's figure; null, and the row refused, where no entity is certain.</summary>
    public string? Company(HeadedTable table, string column, DateOnly day)
    {
        var id = Organisations.Find(table[column], day, table.Locator);
        if (id is null) table.Refuse(Sink, column, $"no entity is certain for '{table[column]}'; add it to an entities file, or as an alias, and ingest the file again");
        return id;
    }
}
