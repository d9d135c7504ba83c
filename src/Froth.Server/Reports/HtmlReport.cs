using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Froth.Server.Reports;

/// <summary>Renders a monitor as one self-contained HTML file that opens without any network.</summary>
public static class HtmlReport
{
    /// <summary>The whole file as text; write it as UTF-8.</summary>
    /// <param name="monitor">What to report.</param>
    /// <param name="options">Language, versions and names.</param>
    public static string Render(Froth.Core.Reports.Monitor monitor, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(options);
        var page = new ReportPage(monitor, options);
        // The renderer needs no host and no container: the components inject nothing.
        using var renderer = new HtmlRenderer(NoServices.Instance, NullLoggerFactory.Instance);
        using var text = new StringWriter();
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportDocument.Page)] = page });
            (await renderer.RenderComponentAsync<ReportDocument>(parameters)).WriteHtmlTo(text);
        }).GetAwaiter().GetResult();
        return PlainCharacters.Restore(text.GetStringBuilder());
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
