using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Froth.Cli.Output;
using Froth.Data.Pulls;
using Froth.Data.Schedules;
using Froth.Data.Sources;

namespace Froth.Cli.Commands;

/// <summary><c>froth sources</c>: what there is, when it was last pulled, what changed, what failed; and its settings.</summary>
internal static class SourcesCommand
{
    private static readonly string[] KnownSettings = ["contact", "fred-key", "tushare-token"];

    public static Command Build(CommonOptions options)
    {
        var command = new Command("sources", Words.Say("sources, their last pulls and their settings", "数据源及其最近抓取情况与设置")) { options.Format, options.Lang, options.Store };
        command.SetAction(parsed => List(parsed.GetValue(options.Format), Session.PathOf(parsed.GetValue(options.Store))));
        command.Add(Log(options));
        command.Add(Set(options));
        return command;
    }

    private static int List(OutputFormat format, string store)
    {
        var book = new ScheduleBook(store);
        var states = SourceStatus.Of([.. SourceCatalogue.All.Select(s => s.Description)], new PullLog(store).Read(), book.Entries(), s => SourcePuller.IsRunning(store, s), TimeProvider.System.GetUtcNow());
        var settings = Pulling.Settings;
        var rows = SourceCatalogue.All.Zip(states, (s, state) => Row(s.Description, state, settings));
        RowsText.Write(format, "froth.sources/1", ["source", "title", "state", "lastPull", "lastChange", "failed", "nextRun", "licence", "note"], rows,
            [Words.Say("source", "来源"), Words.Say("title", "名称"), Words.Say("state", "状态"), Words.Say("last pull", "最近抓取"), Words.Say("last change", "最近变化"), Words.Say("failed", "失败数"),
                Words.Say("next run", "下次运行"), Words.Say("licence", "许可"), Words.Say("note", "备注")]);
        return ExitCode.Fine;
    }

    private static string[] Row(SourceDescription source, SourceStatus state, SourceSettings settings)
    {
        var missing = source.NeededSettings.Where(n => settings.Of(n) is null).ToList();
        var word = !source.CanFetch ? Words.Say("files only", "仅文件")
            : state.IsRunning ? Words.Say("running", "抓取中")
            : state.IsFailing ? Words.Say("failing", "失败")
            : state.IsStale ? Words.Say("stale", "过时")
            : state.LastGood is not null ? Words.Say("fresh", "最新")
            : Words.Say("not pulled", "未抓取");
        List<string> notes = [];
        if (missing.Count > 0) notes.Add(Words.Say("needs ", "需设置") + string.Join(", ", missing));
        if (source.IsUnseen) notes.Add(Words.Say("shapes from documentation, never seen live", "格式取自文档，未经实际响应验证"));
        if (state.LastAttempt?.Failures.Count > 0) notes.Add(state.LastAttempt.Failures[0].Reason);
        return
        [
            source.Id, source.Title.In(Words.Language), word, Instant(state.LastGood?.Ended),
            state.LastChange is { } change ? string.Create(CultureInfo.InvariantCulture, $"+{change.Added} −{change.Withdrawn} ({Instant(change.Ended)})") : "",
            state.LastAttempt?.Failures.Count.ToString(CultureInfo.InvariantCulture) ?? "", Instant(state.NextRun), source.Licence, string.Join("; ", notes),
        ];
    }

    private static Command Log(CommonOptions options)
    {
        var command = new Command("log", Words.Say("the journal of pulls, newest last", "抓取日志（最新在末）")) { options.Format, options.Lang, options.Store };
        command.SetAction(parsed =>
        {
            var pulls = new PullLog(Session.PathOf(parsed.GetValue(options.Store))).Read();
            RowsText.Write(parsed.GetValue(options.Format), "froth.pulls/1", ["id", "source", "arguments", "started", "ended", "state", "requests", "notModified", "bytes", "added", "withdrawn", "quarantined", "failures"],
                pulls.Select(p => new[]
                {
                    p.Id, p.Source, new SourceArguments(p.Arguments).ToJson(), Instant(p.Started), Instant(p.Ended), Core.Data.Codes.Of(p.State), Number(p.Requests), Number(p.NotModified),
                    Number(p.Bytes), Number(p.Added), Number(p.Withdrawn), Number(p.Quarantined), string.Join("; ", p.Failures.Select(f => f.Reason)),
                }));
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Set(CommonOptions options)
    {
        var name = new Argument<string>("name") { Description = string.Join(", ", KnownSettings) };
        name.AcceptOnlyFromAmong(KnownSettings);
        var value = new Argument<string>("value") { Description = Words.Say("the value; an empty one removes the setting", "设置值；留空则删除") };
        var command = new Command("set", Words.Say("keep a setting, in ~/.froth/settings.json", "保存设置（~/.froth/settings.json）")) { name, value, options.Lang };
        command.SetAction(parsed =>
        {
            Save(parsed.GetValue(name)!, parsed.GetValue(value)!);
            return ExitCode.Fine;
        });
        return command;
    }

    // Written beside and moved into place, readable by the user alone: it holds keys.
    private static void Save(string name, string value)
    {
        var path = Pulling.SettingsPath;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var property in json.RootElement.EnumerateObject()) values[property.Name] = property.Value.GetString() ?? "";
        }

        if (value.Length > 0) values[name] = value;
        else values.Remove(name);
        var temporary = path + ".new";
        using (var stream = File.Create(temporary))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            JsonText.Write(stream, json =>
            {
                json.WriteStartObject();
                foreach (var (key, kept) in values) json.WriteString(key, kept);
                json.WriteEndObject();
            });
        }

        File.Move(temporary, path, overwrite: true);
        Console.Out.WriteLine(Words.Say($"{name} is kept in {path}.", $"{name}已保存至{path}。"));
    }

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
