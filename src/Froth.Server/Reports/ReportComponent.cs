using Microsoft.AspNetCore.Components;

namespace Froth.Server.Reports;

/// <summary>
/// Base of the report's components. Parameters are taken by name in plain code: the framework's own way builds setters and factories by
/// reflection at every start, which costs more than rendering the whole report.
/// </summary>
public abstract class ReportComponent : ComponentBase
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public ReportPage Page { get; set; } = null!;

    /// <summary>Takes over the parameters and renders.</summary>
    public sealed override Task SetParametersAsync(ParameterView parameters)
    {
        foreach (var parameter in parameters) Take(parameter.Name, parameter.Value);
        return base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Takes one parameter.</summary>
    protected virtual void Take(string name, object value)
    {
        if (name != nameof(Page)) throw new InvalidOperationException($"{GetType().Name} has no parameter {name}.");
        Page = (ReportPage)value;
    }
}

/// <summary>Base of components about one indicator.</summary>
public abstract class RowComponent : ReportComponent
{
    /// <summary>The indicator.</summary>
    [Parameter, EditorRequired]
    public Froth.Core.Reports.MonitorRow Row { get; set; } = null!;

    /// <summary>Its definition.</summary>
    protected Froth.Core.Indicators.Definition Definition => Row.Definition;

    /// <inheritdoc />
    protected override void Take(string name, object value)
    {
        if (name == nameof(Row)) Row = (Froth.Core.Reports.MonitorRow)value;
        else base.Take(name, value);
    }
}
