using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Froth.Cli.Output;
using Froth.Core.Data;
using Froth.Core.Entities;
using Froth.Core.Filings;
using Froth.Core.Reports;
using Froth.Data.Stores;
using Spectre.Console;

namespace Froth.Cli.Commands;

/// <summary><c>froth entity list|show</c>.</summary>
internal static class EntityCommand
{
    public static Command Build(CommonOptions options) =>
        new("entity", Words.Say("list and show firms, labs, funds, markets", "列出并查看公司、实验室、基金与市场")) { List(options), Show(options), Review(options) };

    private static Command List(CommonOptions options)
    {
        var command = new Command("list", Words.Say("list all entities", "列出全部主体")) { options.Format, options.Lang, options.Store, options.AsOf, options.KnownAt };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var book = session.Store.Read(new FactQuery(options.VintageOf(parsed)) { Concepts = [], IncludeFlows = false }).Entities;
            Print(parsed.GetValue(options.Format), book.All);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Show(CommonOptions options)
    {
        var name = new Argument<string>("name") { Description = Words.Say("id, name, alias, ticker or CIK", "id、名称、别名、代码或CIK") };
        var command = new Command("show", Words.Say("what is held about one entity", "查看某一主体的全部数据")) { name, options.Format, options.Lang, options.Store, options.AsOf, options.KnownAt };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var vintage = options.VintageOf(parsed);
            var book = session.Store.Read(new FactQuery(vintage) { Concepts = [], IncludeFlows = false }).Entities;
            var entity = Lookup.Entity(book, parsed.GetValue(name)!);
            var batch = session.Store.Read(new FactQuery(vintage) { Entities = [entity.Id], FiledTags = [.. ConceptMap.Shipped.Tags] });
            var facts = FactSet.Cut(vintage, batch.Observations, batch.Flows.Where(f => f.From.Contains(entity.Id) || f.To.Contains(entity.Id)), book, batch.FiledFacts);
            EntityText.Write(parsed.GetValue(options.Format), entity, facts);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Review(CommonOptions options)
    {
        var command = new Command("review", Words.Say("names that no entity certainly bears; add an alias in an entities file to settle one", "无法确定所属主体的名称；在主体文件中添加别名即可确认"))
        {
            options.Format, options.Lang, options.Store,
        };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            RowsText.Write(parsed.GetValue(options.Format), "froth.entity-reviews/1", ["name", "candidate", "score", "reason", "file", "place", "run"],
                session.Store.EntityReviews().Select(r => new[]
                {
                    r.Name, r.Candidate, r.Score.ToString("0.00", CultureInfo.InvariantCulture), r.Reason, r.File, r.Locator, r.Run.ToString(CultureInfo.InvariantCulture),
                }));
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Print(OutputFormat format, IReadOnlyList<Entity> entities)
    {
        switch (format)
        {
            case OutputFormat.Json:
                using (var stream = Console.OpenStandardOutput()) JsonText.Write(stream, json => Json(json, entities));
                break;
            case OutputFormat.Csv:
                Console.Out.Write(CsvText.Row("id", "name", "name_zh", "kind", "segment", "country", "ticker", "cik", "aliases"));
                foreach (var e in entities)
                {
                    Console.Out.Write(CsvText.Row(e.Id, e.Name.English, e.Name.Chinese, Codes.Of(e.Kind), e.Segment, e.Country,
                        e.Identifiers.GetValueOrDefault("ticker"), e.Identifiers.GetValueOrDefault("cik"), string.Join('|', e.Aliases)));
                }

                break;
            default:
                var table = new Table { Border = TableBorder.Simple };
                table.AddColumns("id", Glossary.Entity.In(Words.Language), Words.Say("kind", "类别"), Words.Say("segment", "环节"), Words.Say("country", "国家"), Words.Say("ticker", "代码"));
                foreach (var e in entities)
                    table.AddRow(e.Id, Markup.Escape(e.Name.In(Words.Language)), Codes.Of(e.Kind), Markup.Escape(e.Segment), e.Country, e.Identifiers.GetValueOrDefault("ticker", ""));
                Terminal.Out.Write(table);
                Terminal.Out.WriteLine(entities.Count.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Json(Utf8JsonWriter json, IReadOnlyList<Entity> entities)
    {
        json.WriteStartObject();
        json.WriteString("schema", "froth.entities/1");
        json.WriteStartArray("entities");
        foreach (var entity in entities) EntityText.WriteJson(json, entity);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
