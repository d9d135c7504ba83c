using Cronos;

namespace Froth.Data.Schedules;

/// <summary>A cron expression is wrong; the message says which field, where, and gives an example.</summary>
public sealed class CronTextException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Cron expressions of five fields, in UTC.</summary>
public static class CronText
{
    private const string Example = "Example: '30 6 * * 1-5' is half past six (UTC) from Monday to Friday.";

    private static readonly (string Name, string Range)[] Fields =
        [("minute", "0-59"), ("hour", "0-23"), ("day of month", "1-31"), ("month", "1-12 or JAN-DEC"), ("day of week", "0-7 or SUN-SAT")];

    /// <summary>Checks an expression.</summary>
    /// <exception cref="CronTextException">It is wrong.</exception>
    public static void Check(string text) => Parse(text);

    /// <summary>Reads an expression.</summary>
    internal static CronExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = Split(text);
        if (fields.Count != Fields.Length)
            throw new CronTextException($"'{text}' needs five fields (minute, hour, day of month, month, day of week) and has {fields.Count}. {Example}");
        for (var i = 0; i < fields.Count; i++) CheckField(text, i, fields[i].Start, fields[i].Text);
        var cron = CronExpression.Parse(text, CronFormat.Standard);

        // Any eight years hold a leap day, so an expression without an occurrence in them never has one.
        var from = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        if (cron.GetNextOccurrence(from, inclusive: true) is null) throw new CronTextException($"'{text}' never occurs: there is no such day. {Example}");
        return cron;
    }

    private static List<(int Start, string Text)> Split(string text)
    {
        var fields = new List<(int Start, string Text)>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            fields.Add((start, text[start..i]));
        }

        return fields;
    }

    // The library does not say where an expression is wrong; so each field is tried by itself among stars.
    private static void CheckField(string text, int index, int start, string field)
    {
        try
        {
            CronExpression.Parse(string.Join(' ', Enumerable.Range(0, Fields.Length).Select(i => i == index ? field : "*")), CronFormat.Standard);
        }
        catch (CronFormatException fault)
        {
            throw new CronTextException($"'{text}': field {index + 1} ({Fields[index].Name}), '{field}' at character {start + 1}, is wrong; it takes {Fields[index].Range}, *, lists with commas, and steps with /. {Example}", fault);
        }
    }
}
