using System.CommandLine;
using Froth.Data.Ingest;
using Froth.Data.Sources;

namespace Froth.Cli.Commands;

/// <summary><c>froth ingest SOURCE</c>: pulls a source, or reads its responses from files.</summary>
internal static class SourceIngestCommand
{
    public static IEnumerable<Command> All(CommonOptions options) => SourceCatalogue.All.Select(s => Build(s, options));

    private static Command Build(ISource source, CommonOptions options)
    {
        var given = new SourceOptions(source);
        var files = new Option<string[]>("--file")
        {
            Description = Words.Say("responses on disk, known by their content; nothing is fetched", "读取本地文件（按内容识别），不联网"),
            AllowMultipleArgumentsPerToken = true,
        };
        if (source.Description.Id == "edgar") files.Aliases.Add("--bulk");
        var strict = new Option<bool>("--strict") { Description = Words.Say("one bad row and nothing lands (exit code 3)", "有一行不合格则全部不入库（退出码3）") };
        var command = new Command(source.Description.Id, source.Description.Title.In(Words.Language) + ". " + source.Description.Summary.In(Words.Language)) { files, strict };
        foreach (var option in given.All.Where(o => o.Name != "--bulk")) command.Add(option);
        command.Add(options.Store);
        command.Add(options.Lang);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(
            source, Arguments(given, parsed), parsed.GetValue(files) ?? [], parsed.GetValue(strict), parsed.GetValue(options.Store), cancellation), CancellationToken.None));
        return command;
    }

    private static SourceArguments Arguments(SourceOptions given, ParseResult parsed) => given.Read(parsed);

    private static async Task<int> Run(ISource source, SourceArguments arguments, string[] files, bool strict, string? store, CancellationToken cancellation)
    {
        using var session = Session.Open(store);
        if (files.Length > 0) return IngestCommand.Files(session, files, new IngestOptions
        {
            Strict = strict, Source = source, Arguments = arguments, DefaultAccess = source.Description.Access, CodeVersion = ProgramVersion.Text,
            What = $"ingest {source.Description.Id} " + string.Join(' ', files.Select(Path.GetFileName)),
        }, cancellation);
        using var pulling = new Pulling(session);
        try
        {
            var result = await pulling.Pull(source, arguments, showsBar: true, cancellation);
            Pulling.Tell(result);
            return result.Failures.Count > 0 ? ExitCode.Outage : ExitCode.Fine;
        }
        catch (ArgumentException wrong)
        {
            // What a source says of its arguments is said to whoever typed them.
            throw new UnknownNameException(wrong.Message.Split(" (Parameter", StringSplitOptions.None)[0]);
        }
    }
}
