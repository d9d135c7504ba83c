using System.Globalization;
using Froth.Core.Entities;
using Froth.Server.Reports;
using Monitor = Froth.Core.Reports.Monitor;

namespace Froth.Cli;

/// <summary>Writes the report beside the store, whole or not at all.</summary>
internal static class ReportFile
{
    public static string Write(Monitor monitor, EntityBook entities, string? chosen)
    {
        var path = Path.GetFullPath(chosen ?? Path.Combine(Session.Home, "reports", DefaultName(monitor)));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var html = HtmlReport.Render(monitor, Options(entities));
        // A reader who has the old report open never sees half of the new one.
        var draft = path + ".part";
        File.WriteAllText(draft, html);
        File.Move(draft, path, overwrite: true);
        return path;
    }

    public static ReportOptions Options(EntityBook entities) => new()
    {
        Language = Words.Language,
        Entities = entities,
        ProgramVersion = ProgramVersion.Text,
        GeneratedOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
    };

    private static string DefaultName(Monitor monitor) =>
        string.Create(CultureInfo.InvariantCulture, $"froth-{monitor.Vintage}-{Words.Tag}.html");
}
