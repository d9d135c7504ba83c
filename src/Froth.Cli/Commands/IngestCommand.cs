using System.CommandLine;
using System.Globalization;
using Froth.Cli.Output;
using Froth.Core.Data;
using Froth.Data.Ingest;
using Spectre.Console;

namespace Froth.Cli.Commands;

/// <summary><c>froth ingest csv</c>: one's own rows into the store, as one run.</summary>
internal static class IngestCommand
{
    /// <param name="options">Shared options.</param>
    /// <param name="withSources">Whether to build the commands of the sources: only a command line about them needs them, and every start would pay.</param>
    public static Command Build(CommonOptions options, bool withSources)
    {
        var files = new Argument<string[]>("files") { Description = Words.Say("CSV files; their header tells what they hold", "CSV文件，由表头识别内容"), Arity = ArgumentArity.OneOrMore };
        var strict = new Option<bool>("--strict") { Description = Words.Say("one bad row and nothing lands (exit code 3)", "有一行不合格则全部不入库（退出码3）") };
        var access = new Option<string>("--access")
        {
            Description = Words.Say("access class of rows whose source states none: public, licensed, confidential", "来源未注明时的访问级别：public、licensed、confidential"),
            DefaultValueFactory = _ => "public",
        };
        access.AcceptOnlyFromAmong([.. Codes.All<AccessClass>()]);
        var csv = new Command("csv", Words.Say("observations, flows, entities, sources, events; see docs/guide/csv.md", "观测、资金流、主体、来源、事件；参见docs/guide/csv.md"))
        {
            files, strict, access, options.Store, options.Lang,
        };
        csv.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            Codes.TryParse<AccessClass>(parsed.GetValue(access), out var defaultAccess);
            return Run(parsed.GetValue(files)!, parsed.GetValue(strict), defaultAccess, parsed.GetValue(options.Store), cancellation);
        }, CancellationToken.None));
        var ingest = new Command("ingest", Words.Say("add data to the store: pull a source, or read files", "向数据库添加数据：抓取数据源或读取文件")) { csv };
        if (withSources)
        {
            foreach (var source in SourceIngestCommand.All(options)) ingest.Add(source);
        }

        return ingest;
    }

    private static int Run(string[] files, bool strict, AccessClass access, string? store, CancellationToken cancellation)
    {
        using var session = Session.Open(store);
        return Files(session, files, new IngestOptions
        {
            Strict = strict, DefaultAccess = access, CodeVersion = ProgramVersion.Text, What = "ingest csv " + string.Join(' ', files.Select(Path.GetFileName)),
        }, cancellation);
    }

    /// <summary>Ingests files as one run and tells what came of it.</summary>
    public static int Files(Session session, string[] files, IngestOptions options, CancellationToken cancellation) =>
        Told(progress => session.Store.IngestFiles(files, options with { Progress = progress }, cancellation), options.Strict);

    /// <summary>Makes a run, with a progress bar where somebody watches, and tells what came of it.</summary>
    public static int Told(Func<IProgress<IngestProgress>?, IngestResult> ingest, bool strict)
    {
        var result = Console.IsErrorRedirected ? ingest(null) : WithBar(ingest);
        Tell(result, strict);
        return ExitCode.Fine;
    }

    private static IngestResult WithBar(Func<IProgress<IngestProgress>?, IngestResult> ingest)
    {
        IngestResult? result = null;
        Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("ingest");
                result = ingest(new Direct(progress =>
                {
                    task.MaxValue = Math.Max(1, progress.BytesTotal);
                    task.Value = progress.BytesDone;
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"{progress.Rows:#,0} rows, {progress.RowsPerSecond:#,0}/s");
                }));
            });
        return result!;
    }

    private static void Tell(IngestResult result, bool strict)
    {
        foreach (var name in result.AlreadyHeld)
            Console.Error.WriteLine(Words.Say($"{name}: these very bytes are already in the store", $"{name}：相同内容已在库中"));
        foreach (var problem in result.Problems) Console.Error.WriteLine(problem);
        if (result.Quarantined > result.Problems.Count)
            Console.Error.WriteLine(Words.Say($"… and {result.Quarantined - result.Problems.Count} more", $"……另有{result.Quarantined - result.Problems.Count}行"));
        Console.Out.WriteLine(result.Unchanged
            ? Words.Say("Nothing changed.", "无变化。")
            : Words.Say(
                $"Run {result.Run}: {result.RowsRead:#,0} rows read, {result.Added:#,0} added, {result.Duplicates:#,0} already known, {result.Quarantined:#,0} quarantined{(strict ? " (strict)" : "")}.",
                $"第{result.Run}次入库：读取{result.RowsRead:#,0}行，新增{result.Added:#,0}行，已有{result.Duplicates:#,0}行，隔离{result.Quarantined:#,0}行。"));
        if (result.Reviews > 0)
            Console.Out.WriteLine(Words.Say($"{result.Reviews:#,0} names are not certain; see 'froth entity review'.", $"{result.Reviews:#,0}个名称无法确定，参见“froth entity review”。"));
        if (result.Quarantined > 0) Console.Out.WriteLine(Words.Say("See them with 'froth data quarantine'.", "可用“froth data quarantine”查看。"));
    }

    // Progress<T> posts to another thread and may report out of order; the bar wants each report at once.
    private sealed class Direct(Action<IngestProgress> report) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => report(value);
    }
}
