using System.CommandLine;
using System.Globalization;
using Froth.Cli.Output;
using Froth.Data.Stores;

namespace Froth.Cli.Commands;

/// <summary><c>froth data info|runs|quarantine|snapshots</c>: what the store holds and how it came there.</summary>
internal static class DataCommand
{
    public static Command Build(CommonOptions options) => new("data", Words.Say("what the store holds, and how it came there", "库中内容及其由来"))
    {
        Make("info", Words.Say("place, size, version and counts", "位置、大小、版本与条数"), options, Info),
        Make("runs", Words.Say("the ledger of ingest runs", "入库台账"), options, Runs),
        Make("quarantine", Words.Say("rows that were refused, and why", "被隔离的行及原因"), options, Quarantine),
        Make("snapshots", Words.Say("raw files held, by hash", "原始文件快照及哈希"), options, Snapshots),
    };

    private static Command Make(string name, string description, CommonOptions options, Action<IObservationStore, OutputFormat> print)
    {
        var command = new Command(name, description) { options.Format, options.Lang, options.Store };
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed.GetValue(options.Store));
            print(session.Store, parsed.GetValue(options.Format));
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Info(IObservationStore store, OutputFormat format)
    {
        var d = store.Describe();
        string[][] rows =
        [
            ["store", d.Path], ["bytes", Number(d.Bytes)], ["schema", Number(d.SchemaVersion)], ["dataVersion", d.DataVersion],
            ["generation", d.Generation ?? ""], ["generationBytes", Number(d.GenerationBytes)],
            .. d.Counts.Select(c => new[] { c.Key, Number(c.Value) }),
        ];
        RowsText.Write(format, "froth.data/1", ["name", "value"], rows);
    }

    private static void Runs(IObservationStore store, OutputFormat format) => RowsText.Write(format, "froth.runs/1",
        ["run", "recordedAt", "who", "what", "origin", "code", "state", "added", "known", "quarantined", "withdrawn", "files"],
        store.Runs().Select(r => new[]
        {
            Number(r.Number), r.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), r.Who, r.What, r.Origin, r.CodeVersion, r.State,
            Number(r.Added), Number(r.Duplicates), Number(r.Quarantined), Number(r.Withdrawn), string.Join(' ', r.Files.Select(f => f.Name)),
        }));

    private static void Quarantine(IObservationStore store, OutputFormat format) => RowsText.Write(format, "froth.quarantine/1",
        ["run", "file", "line", "place", "column", "reason", "row"],
        store.Quarantine().Select(q => new[] { Number(q.Run), q.File, Number(q.Line), q.Locator, q.Column, q.Reason, q.Raw }));

    private static void Snapshots(IObservationStore store, OutputFormat format) => RowsText.Write(format, "froth.snapshots/1",
        ["sha256", "name", "fetchedAt", "bytes"],
        store.Snapshots().Select(s => new[] { s.Id, s.Name, s.FetchedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Number(s.Bytes) }));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
