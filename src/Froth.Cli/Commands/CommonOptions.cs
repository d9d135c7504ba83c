using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Time;

namespace Froth.Cli.Commands;

/// <summary>Shape of what a command prints.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}

/// <summary>Options that many commands share; one object, so that each is described once.</summary>
internal sealed class CommonOptions
{
    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = Words.Say("what the world could know by this day, yyyy-MM-dd (default: today)", "以该日世人所能知为准，格式yyyy-MM-dd（默认今天）"),
        HelpName = "date",
        CustomParser = result => Day(result),
    };

    public Option<DateTimeOffset?> KnownAt { get; } = new("--known-at")
    {
        Description = Words.Say("what this store had recorded by this instant (default: all)", "以本库在该时刻已记录的内容为准（默认全部）"),
        HelpName = "instant",
        CustomParser = result => Instant(result),
    };

    public Option<string?> Store { get; } = new("--store")
    {
        Description = Words.Say("the store's file (default: FROTH_STORE or ~/.froth/froth.duckdb)", "数据库文件（默认FROTH_STORE或~/.froth/froth.duckdb）"),
        HelpName = "file",
    };

    public Option<string> Lang { get; } = new("--lang")
    {
        Description = Words.Say("language: en or zh-Hans", "语言：en或zh-Hans"),
        DefaultValueFactory = _ => Words.Tag,
    };

    public Option<OutputFormat> Format { get; } = new("--format")
    {
        Description = Words.Say("shape of the output", "输出格式"),
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => OutputFormat.Table,
    };

    public Option<bool> Json { get; } = new("--json") { Description = Words.Say("the same as --format json", "同--format json") };

    public Option<bool> Csv { get; } = new("--csv") { Description = Words.Say("the same as --format csv", "同--format csv") };

    public Option<Band?> FailOn { get; } = new("--fail-on")
    {
        Description = Words.Say("exit with 1 when a current reading is at or above this band: watch, elevated, alarm", "当前读数达到该等级（watch、elevated、alarm）时以退出码1结束"),
        HelpName = "band",
        CustomParser = result => BandOf(result),
    };

    public CommonOptions()
    {
        Lang.AcceptOnlyFromAmong("en", "zh-Hans", "zh");
    }

    public Vintage VintageOf(ParseResult parsed) => new(
        parsed.GetValue(AsOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        parsed.GetValue(KnownAt) ?? DateTimeOffset.MaxValue);

    /// <summary>The shape asked for by name or in short.</summary>
    public OutputFormat FormatOf(ParseResult parsed) =>
        parsed.GetValue(Json) ? OutputFormat.Json : parsed.GetValue(Csv) ? OutputFormat.Csv : parsed.GetValue(Format);

    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError(Words.Say($"'{text}' is not a date; write it as yyyy-MM-dd, for example 2025-06-30.", $"“{text}”不是日期；请按yyyy-MM-dd书写，例如2025-06-30。"));
        return null;
    }

    private static DateTimeOffset? Instant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return instant;
        result.AddError(Words.Say($"'{text}' is not an instant; write it as 2026-10-09T12:00:00Z.", $"“{text}”不是时刻；请写作2026-10-09T12:00:00Z。"));
        return null;
    }

    private static Band? BandOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Codes.TryParse<Band>(text, out var band)) return band;
        result.AddError(Words.Say($"'{text}' is not a band; one of {string.Join(", ", Codes.All<Band>())}.", $"“{text}”不是等级；可选：{string.Join("、", Codes.All<Band>())}。"));
        return null;
    }
}
