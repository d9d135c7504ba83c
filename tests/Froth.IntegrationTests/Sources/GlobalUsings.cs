global using RecordingSink = Froth.Data.Sources.MemorySink;
global using TestFact = Froth.Data.Sources.ParsedFact;
global using TestRow = Froth.Data.Sources.ParsedRow;
