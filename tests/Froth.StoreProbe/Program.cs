using Froth.Data.Http;
using Froth.Data.Ingest;
using Froth.Data.Sources;
using Froth.Data.Stores;

// A process that tests start, watch and kill: it ingests files into a store, or fetches one, and says on standard output how far it is.
//   ingest STORE FILE...   ingests and prints "ingesting" and then "done"
//   hold STORE FILE        begins to ingest, prints "holding", and never ends
//   fetch FOLDER URL RATE  downloads a large file from this machine into a folder, keeping the slots of its host in the folder RATE
var (mode, path, files) = (args[0], args[1], args[2..]);
if (mode == "fetch")
{
    using var fetcher = new Fetcher(new FetchLimits { AllowLoopbackHttp = true, SlotFolder = files[1] });
    await fetcher.FetchAsync(new SourceRequest(new Uri(files[0]), "bulk.zip") { IsResumable = true }, new FetchContext { Folder = path }, null, CancellationToken.None);
    return;
}

using var store = new DuckDbStore(path);
Console.WriteLine("ingesting");
store.IngestFiles(files, new IngestOptions { What = $"probe {mode}", Progress = mode == "hold" ? new Hold() : null });
Console.WriteLine("done");

internal sealed class Hold : IProgress<IngestProgress>
{
    public void Report(IngestProgress value)
    {
        Console.WriteLine("holding");
        Thread.Sleep(Timeout.Infinite);
    }
}
