using System.Globalization;
using System.Text;
using Froth.Core.Filings;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>What the cover page of an instance tells about one filer.</summary>
internal sealed record XbrlCover(string Name, string Form, DateOnly? PeriodEnd)
{
    /// <summary>
    /// The cover of a filer. Texts of contexts without dimensions come first, then the filer's others, then (but for the name) those of
    /// a co-registrant in the same document. Where two still differ the first in the order of their letters is taken, so that the
    /// order in the document does not matter.
    /// </summary>
    public static XbrlCover Of(string cik, XbrlDocument document)
    {
        string? Told(string name) => document.Cover
            .Where(t => t.Name == name && document.Contexts[t.Context] is { Fault: null } context && (context.Cik == cik || name != "EntityRegistrantName"))
            .OrderBy(t => document.Contexts[t.Context]!.Cik != cik)
            .ThenBy(t => document.Contexts[t.Context]!.Dimension.Length > 0)
            .ThenBy(t => t.Text, StringComparer.Ordinal)
            .Select(t => t.Text).FirstOrDefault();

        var form = Told("DocumentType") ?? "";
        var isAmended = Told("AmendmentFlag") is "true" or "1";
        if (isAmended && form.Length > 0 && !form.EndsWith("/A", StringComparison.Ordinal)) form += "/A";
        var isDay = Cells.TryDate(Encoding.UTF8.GetBytes(Told("DocumentPeriodEndDate") ?? ""), out var end);
        return new XbrlCover(Told("EntityRegistrantName") ?? cik, form, isDay ? Cells.Date(end) : null);
    }
}

/// <summary>
/// Under which number and form, and on which day, the facts of an instance became public. An instance does not say, so in this order:
/// the arguments; the store, which knows the filing from an index; and else a rule that would rather be late than early, for a date
/// too early is look-ahead: the statutory deadline (<see cref="Deadline"/>), but never before the last day that a fact is about, and
/// never after today. Amendments and forms without a deadline may come at any time: for them it is today.
/// </summary>
/// <param name="Accession">Number of the filing; 0 where not known.</param>
/// <param name="Form">Its form; empty where not known.</param>
/// <param name="Filed">The day on which it became public.</param>
internal sealed record XbrlFiling(Accession Accession, string Form, DateOnly Filed)
{
    /// <summary>The filing to which a filer's facts belong.</summary>
    /// <param name="entity">Id of the filer.</param>
    /// <param name="cover">What its cover page tells.</param>
    /// <param name="lastEnd">The last day that one of its facts is about.</param>
    /// <param name="arguments">What the user or the index told: <c>accession</c>, <c>filed</c>, <c>form</c>.</param>
    /// <param name="sink">Knows filings, and today's date.</param>
    /// <exception cref="ArgumentException">An argument cannot be read, or lies in the future.</exception>
    public static XbrlFiling Of(string entity, XbrlCover cover, DateOnly lastEnd, SourceArguments arguments, ParseSink sink)
    {
        var accession = AccessionOf(arguments);
        var filed = DayOf(arguments, sink.Today);
        var form = arguments.One("form") ?? cover.Form;
        var known = accession.Number != 0 ? sink.FindFiling(accession)
            : cover.PeriodEnd is { } end ? sink.FindFiling(entity, form, end)
            : null;
        // A filing that the index holds under another day than the one given is another filing.
        if (filed is { } day && known is not null && known.Filed != day && accession.Number == 0) known = null;
        if (accession.Number == 0 && known is not null) accession = known.Accession;
        if (form.Length == 0 || (arguments.One("form") is null && known is not null)) form = known?.Form ?? form;
        return new XbrlFiling(accession, form, filed ?? known?.Filed ?? Late(form, cover.PeriodEnd, lastEnd, sink.Today));
    }

    /// <summary>
    /// The last day on which a report on time may come: 90 days after the period of a 10-K or 40-F, 45 of a 10-Q, four months (123
    /// days) of a 20-F, 180 of an 11-K, and the Monday after when that is a weekend. Null for a form without a deadline.
    /// </summary>
    public static DateOnly? Deadline(string form, DateOnly periodEnd)
    {
        int? days = form switch
        {
            "10-Q" or "10-QT" => 45,
            "10-K" or "10-KT" or "10-K405" or "10-KSB" or "40-F" => 90,
            "20-F" => 123,
            "11-K" => 180,
            _ => null,
        };
        if (days is null || periodEnd.DayNumber + days + 2 > DateOnly.MaxValue.DayNumber) return null;
        var last = periodEnd.AddDays(days.Value);
        return last.DayOfWeek switch
        {
            DayOfWeek.Saturday => last.AddDays(2),
            DayOfWeek.Sunday => last.AddDays(1),
            _ => last,
        };
    }

    private static DateOnly Late(string form, DateOnly? periodEnd, DateOnly lastEnd, DateOnly today)
    {
        if (periodEnd is not { } end || Deadline(form, end) is not { } late) return today;
        if (late < lastEnd) late = lastEnd;
        return late < today ? late : today;
    }

    private static Accession AccessionOf(SourceArguments arguments)
    {
        if (arguments.One("accession") is not { } text) return default;
        return Accession.TryParse(Encoding.UTF8.GetBytes(text), out var accession)
            ? accession
            : throw new ArgumentException($"'{text}' is not the number of a filing; write it as EDGAR does, such as 0000320193-23-000106.", nameof(arguments));
    }

    /// <summary>The day given as the argument <c>filed</c>, or null.</summary>
    /// <exception cref="ArgumentException">It is not a date, or lies in the future.</exception>
    public static DateOnly? DayOf(SourceArguments arguments, DateOnly today)
    {
        if (arguments.One("filed") is not { } text) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new ArgumentException($"'{text}' is not a day of filing; write yyyy-MM-dd.", nameof(arguments));
        return day <= today ? day : throw new ArgumentException($"The day of filing {text} lies in the future; today is {today:yyyy-MM-dd}.", nameof(arguments));
    }
}
