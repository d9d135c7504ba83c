using System.CommandLine;
using Froth.Data.Bubbles;

namespace Froth.Cli.Commands;

/// <summary>The options by which commands read files of prices.</summary>
internal sealed class PriceOptions
{
    public Option<string?> Column { get; } = new("--column")
    {
        Description = Words.Say("column of prices, by name or number from 1 (default: close, value or price, else the only column of numbers)", "价格列，按列名或从1起的序号（默认close、value或price，否则为唯一的数值列）"),
        HelpName = "column",
    };

    public Option<string?> DateColumn { get; } = new("--date-column")
    {
        Description = Words.Say("column of dates, yyyy-MM-dd or yyyy-MM (default: found by name; without one, rows are counted)", "日期列，格式yyyy-MM-dd或yyyy-MM（默认按列名查找；若无则按行计数）"),
        HelpName = "column",
    };

    public Option<bool> Log { get; } = new("--log") { Description = Words.Say("test logarithms of the prices", "对价格取对数后检验") };

    public Option<bool> AllowGaps { get; } = new("--allow-gaps") { Description = Words.Say("accept missing stretches and mixed frequencies", "接受缺口与混合频率") };

    public PriceFileOptions Of(ParseResult parsed) => new()
    {
        Column = parsed.GetValue(Column), DateColumn = parsed.GetValue(DateColumn), MustBePositive = parsed.GetValue(Log), AllowGaps = parsed.GetValue(AllowGaps),
    };
}
