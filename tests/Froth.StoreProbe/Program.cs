using Froth.Data.Ingest;
using Froth.Data.Stores;

// A process that tests start, watch and kill: it ingests files into a store and says on standard output how far it is.
//   ingest STORE FILE...   ingests and prints "ingesting" and then "done"
//   hold STORE FILE        begins to ingest, prints "holding", and never ends
var (mode, path, files) = (args[0], args[1], args[2..]);
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
