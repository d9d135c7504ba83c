using System.CommandLine;
using Froth.Cli.Output;
using Froth.Core.Data;
using Froth.Core.Indicators;
using Froth.Core.Reports;
using Spectre.Console;

namespace Froth.Cli.Commands;

/// <summary><c>froth indicator list|show</c>.</summary>
internal static class IndicatorCommand
{
    public static Command Build(CommonOptions options) =>
        new("indicator", Words.Say("list and describe indicators", "列出并说明指标")) { List(options), Show(options), Docs() };

    private static Command List(CommonOptions options)
    {
        var command = new Command("list", Words.Say("list all indicators", "列出全部指标")) { options.Format, options.Lang };
        command.SetAction(parsed =>
        {
            switch (parsed.GetValue(options.Format))
            {
                case OutputFormat.Json:
                    using (var stream = Console.OpenStandardOutput()) DefinitionJson.Write(stream, IndicatorCatalogue.All, Words.Language);
                    break;
                case OutputFormat.Csv:
                    Console.Out.Write(CsvText.Row("id", "version", "pillar", "title", "unit", "frequency"));
                    foreach (var definition in IndicatorCatalogue.All.Select(i => i.Definition)) Console.Out.Write(CsvText.Row(Cells(definition)));
                    break;
                default:
                    PrintTable();
                    break;
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static string[] Cells(Definition d) =>
        [d.Id, d.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), Codes.Of(d.Pillar), d.Title.In(Words.Language), d.Unit.Code, Codes.Of(d.Frequency)];

    private static void PrintTable()
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("id", Glossary.Pillar.In(Words.Language), Glossary.Indicator.In(Words.Language), Glossary.Unit.In(Words.Language));
        foreach (var definition in IndicatorCatalogue.All.Select(i => i.Definition))
        {
            table.AddRow(definition.Id, Pillars.NameOf(definition.Pillar).In(Words.Language), Markup.Escape(definition.Title.In(Words.Language)),
                Markup.Escape(Glossary.Of(definition.Unit).In(Words.Language)));
        }

        Terminal.Out.Write(table);
    }

    // For those who change an indicator: a test fails until the generated pages are current.
    private static Command Docs()
    {
        var folder = new Argument<string>("folder") { Description = Words.Say("docs/indicators of a checkout", "源码中的docs/indicators目录") };
        var command = new Command("docs", Words.Say("write the generated pages", "生成文档页面")) { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var (name, text) in IndicatorPages.All())
            {
                var path = Path.Combine(parsed.GetValue(folder)!, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Show(CommonOptions options)
    {
        var id = new Argument<string>("id") { Description = Words.Say("indicator id", "指标id") };
        var command = new Command("show", Words.Say("method, caveats, thresholds, references and worked examples", "方法、注意事项、阈值、文献与算例")) { id, options.Format, options.Lang };
        command.SetAction(parsed =>
        {
            var indicator = Lookup.Indicator(parsed.GetValue(id)!);
            if (parsed.GetValue(options.Format) == OutputFormat.Json)
            {
                using var stream = Console.OpenStandardOutput();
                DefinitionJson.Write(stream, [indicator], Words.Language);
            }
            else
            {
                Console.Out.Write(DefinitionMarkdown.Of(indicator, Words.Language));
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
