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
        using var renderer = new HtmlRenderer(Components.Instance, NullLoggerFactory.Instance);
        using var text = new StringWriter();
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportDocument.Page)] = page });
        // No component waits for anything, so the first rendering is the finished one.
        renderer.Dispatcher.InvokeAsync(() => renderer.BeginRenderingComponent(typeof(ReportDocument), parameters).WriteHtmlTo(text)).GetAwaiter().GetResult();
        return PlainCharacters.Restore(text.GetStringBuilder());
    }

    // The renderer needs no host and no container. It is only told how to make a component, because its own way compiles factories at run time.
    private sealed class Components : IServiceProvider, IComponentActivator
    {
        public static readonly Components Instance = new();

        public object? GetService(Type serviceType) => serviceType == typeof(IComponentActivator) ? this : null;

        public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
