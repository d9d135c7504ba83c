using System.CommandLine;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Cli.Commands;

/// <summary><c>froth reparse</c>: reads every kept response again with this version's parsers, offline.</summary>
internal static class ReparseCommand
{
    public static Command Build(CommonOptions options)
    {
        var source = new Argument<string?>("source") { Description = Words.Say("only this source's responses", "仅限该数据源"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("reparse", Words.Say("read all kept responses again with this version's parsers; nothing is fetched, earlier views stay", "用当前版本重新解析已保存的响应；不联网，既往视图不变"))
        {
            source, options.Store, options.Lang,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            var id = parsed.GetValue(source);
            if (id is not null && SourceCatalogue.Find(id) is null) throw new UnknownNameException(Words.Say($"No source is called '{id}'. See 'froth sources'.", $"没有名为“{id}”的数据源。参见“froth sources”。"));
            return IngestCommand.Told(progress => session.Store.Reparse(id, new IngestOptions { What = "reparse " + (id ?? ""), CodeVersion = ProgramVersion.Text, Progress = progress }, cancellation), strict: false);
        }, CancellationToken.None));
        return command;
    }
}
