using Froth.Bench;

// Each bench prints one figure a line, with its target where it has one. Further benches are further files and a further case here.
var which = args.Length > 0 ? args[0] : "all";
if (which is "ingest" or "all") StoreBench.Ingest(Rows(1_000_000));
if (which is "default" or "all") StoreBench.DefaultSize();
if (which is "asof" or "all") StoreBench.AsOf(Rows(10_000_000));
if (which is "start" or "all") StartBench.Run();
if (which is "parse" or "all") ParseBench.Run(which is "parse" && args.Length > 1 ? args[1] : null);
if (which is "fuzz") return FuzzBench.Run(Rows(1_000_000), args.Length > 2 ? ulong.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 20260701);
if (which is "resolve" or "all") ResolveBench.Run();
if (which is "edgar" or "all") EdgarBench.Files([.. args.Skip(1).Where(File.Exists)]);
if (which is "draws" or "all") DrawBench.Run(Rows(20_000_000));
if (which is "firms" or "all") FirmBench.Run(Rows(500));
if (which is "lppls" or "all") LpplsBench.Run();
if (which is "psy" or "all") PsyBench.Run();
if (which is "critical-values") CriticalTable.Write(args[1]);
if (which is "edgar-bulk" or "all") EdgarBench.Bulk(Rows(300));
return 0;

int Rows(int usual) => args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : usual;
