using Froth.Core.Time;
using Froth.Data.Ingest;

namespace Froth.IntegrationTests.Stores;

/// <summary>A folder of its own for one test, with short ways to write files into it.</summary>
public sealed class StoreFolder : IDisposable
{
    public const string Entities = "id,name,kind,aliases\nnvidia,NVIDIA,firm,Nvidia Corp\nopenai,OpenAI,lab,\nsoftbank,SoftBank,fund,\n";
    public const string Sources = "id,publisher,title,url,date,licence,access\nfiling,SEC,Form 10-Q,https://www.sec.gov/x,2025-05-28,public domain,public\n"
        + "vendor,Vendor,Feed,https://vendor.example,2025-05-28,one seat,licensed\nmemo,Bank,Memo,,2025-05-28,none,confidential\n";

    public const string Header = "entity,concept,dimension,start,end,value,low,high,unit,grade,published,source,locator,note";

    public static readonly TimeProvider Clock = new FixedClock(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    private readonly string _path = Directory.CreateTempSubdirectory("froth-store-").FullName;

    public string StorePath => Path("froth.duckdb");

    public static Vintage Today => Vintage.At(new DateOnly(2026, 1, 31));

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>A file of observations with the full header.</summary>
    public string Observations(string name, params string[] rows) => Write(name, $"{Header}\n{string.Concat(rows.Select(r => r + "\n"))}");

    /// <summary>The files of entities and sources that rows refer to.</summary>
    public string[] Base() => [Write("entities.csv", Entities), Write("sources.csv", Sources)];

    public static IngestOptions Options(bool strict = false) => new() { Clock = Clock, Strict = strict, Who = "test" };

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
