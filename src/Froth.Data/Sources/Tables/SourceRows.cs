using Froth.Core.Data;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Tables;

/// <summary>Tells the publications behind the rows of a file, each once, with the access that the user gave for the file.</summary>
internal sealed class SourceRows(ParseSink sink, SourceFile file, AccessClass access, string licence)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The id of the publication that a row names.</summary>
    public string Of(string locator, string publisher, string title, string url, string date, string basis)
    {
        var id = ParseContext.InlineSourceId(publisher, title, url, date);
        if (_told.Add(id))
        {
            sink.Row("sources", locator, ("id", id), ("publisher", publisher), ("title", title), ("url", url), ("date", date), ("date_basis", basis),
                ("licence", licence), ("access", Codes.Of(access)));
        }

        return id;
    }

    /// <summary>The id of the file itself, for rows that name no publication.</summary>
    public string OfFile() => Of("", "user's own file", file.Name, file.Url, "", "");

    /// <summary>Reads the argument <c>access</c>.</summary>
    /// <exception cref="SourceFormatException">It is none of the three words.</exception>
    public static AccessClass AccessOf(SourceArguments arguments, AccessClass whenNotGiven)
    {
        if (arguments.One("access") is not { } told) return whenNotGiven;
        return Codes.TryParse<AccessClass>(told, out var access)
            ? access
            : throw new SourceFormatException($"access: '{told}' is not known; give {string.Join(", ", Codes.All<AccessClass>())}.");
    }
}
