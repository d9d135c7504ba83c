using System.IO.Compression;
using System.Text;
using Froth.Data.Sources;
using Froth.Data.Sources.Tables;
using Parquet.Schema;

namespace Froth.IntegrationTests.Sources.Tables;

public sealed class TableFileTests : IDisposable
{
    private readonly TableFolder _folder = new();

    [Theory]
    [InlineData("12.5", false, "12.5")]
    [InlineData("-1e3", false, "-1000")]
    [InlineData("12,5", true, "12.5")]
    [InlineData("0.000000000000000001", false, "0.000000000000000001")]
    public void Number_SoundText_IsReadExactly(string text, bool comma, string expected)
    {
        CellReading.Number(new TableCell(text), out var value, comma).ShouldBeNull();
        CellReading.Text(value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1,000.5", true)]
    [InlineData("1,000", false)]
    [InlineData("NaN", false)]
    [InlineData("", false)]
    [InlineData("1e99", false)]
    [InlineData("0.0000000000000000001", false)]
    public void Number_UnsoundText_IsRefused(string text, bool comma) => CellReading.Number(new TableCell(text), out _, comma).ShouldNotBeNull();

    [Fact]
    public void Times_ProductThatADecimalCannotHold_IsNull()
    {
        CellReading.Times(4.05m, 0.01m).ShouldBe(0.0405m);
        CellReading.Times(27938.831m, 1_000_000_000m).ShouldBe(27938831000000m);
        CellReading.Times(1.2345678901234567m, 1.2345678901234567m).ShouldBeNull();
        CellReading.Times(decimal.MaxValue, 10m).ShouldBeNull();
    }

    // The witness is the calendar of .NET, which counts from 1899-12-30; serial 60 is the day that never was.
    [Fact]
    public void Date_SerialOfAWorkbook_IsTheDayItMeans()
    {
        CellReading.Date(new TableCell("45292", CellForm.Number), out var day).ShouldBeNull();
        day.ShouldBe(new DateOnly(2024, 1, 1));
        CellReading.Date(new TableCell("45292.75", CellForm.Number), out day).ShouldBeNull();
        day.ShouldBe(new DateOnly(2024, 1, 1));
        foreach (var bad in (string[])["60", "-1", "3000000", "x"]) CellReading.Date(new TableCell(bad, CellForm.Number), out _).ShouldNotBeNull(bad);
        CellReading.Date(new TableCell("45292"), out _).ShouldNotBeNull("in a CSV it is only a number");
    }

    [Fact]
    public void Csv_OtherDelimiter_KeepsCommasInCells()
    {
        var file = SourceFile.At(_folder.Write("a.csv", "skip me\nname;value\n\"a;b, c\";\"1,5\"\nd,e;2\n"));
        var table = TableFile.Open(file, "csv", _ => true, new TableLayout(SkipRows: 1, Delimiter: ';'))!;
        table.Header.ShouldBe(["name", "value"]);
        table.Rows.Select(r => (r.Locator, r[0].Text, r[1].Text)).ShouldBe([("line 3", "a;b, c", "1,5"), ("line 4", "d,e", "2")]);
        table.Rows.Count().ShouldBe(2, "rows can be read again");
    }

    [Fact]
    public void Csv_BadRows_CarryTheirProblem()
    {
        var file = SourceFile.At(_folder.Write("a.csv", [.. "a,b\n1\n"u8, 0xFF, .. ",2\n3,\"4"u8]));
        TableFile.Open(file, "csv", _ => true)!.Rows.Select(r => r.Problem is null).ShouldBe([false, false, false]);
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(_folder.Write("b.csv", "")), "csv", _ => true)).Message.ShouldContain("before its header");
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(_folder.Write("c.csv", [0xC3, 0x28, (byte)',', (byte)'b', (byte)'\n'])), "csv", _ => true)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Workbook_ThatInflatesWithoutEnd_IsRefused()
    {
        var path = _folder.Path("bomb.xlsx");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            archive.CreateEntry("xl/workbook.xml");
            using var bomb = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 257; i++) bomb.Write(zeros);
        }

        new FileInfo(path).Length.ShouldBeLessThan(4 << 20);
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(path), "xlsx", _ => true)).Message.ShouldContain("exhaust memory");
    }

    [Fact]
    public void Workbook_Damaged_IsRefusedWhole()
    {
        var path = _folder.Workbook("a.xlsx", ("One", [["a"], [1]]));
        var bytes = File.ReadAllBytes(path);
        var cut = SourceFile.At(_folder.Write("cut.xlsx", bytes[..(bytes.Length / 2)]));
        TableFile.FormatOf(cut).ShouldBeNull();
        Should.Throw<SourceFormatException>(() => TableFile.Open(cut, "xlsx", _ => true)).Message.ShouldContain("truncated or damaged");
        Replace(path, "xl/workbook.xml", t => t.Replace("<x:sheets>", "<x:workbookPr date1904=\"1\"/><x:sheets>", StringComparison.Ordinal).Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal));
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(path), "xlsx", _ => true)).Message.ShouldContain("1904");
    }

    [Fact]
    public void Workbook_XmlWithEntities_IsRefused()
    {
        var path = _folder.Workbook("a.xlsx", ("One", [["a"], ["x"]]));
        Replace(path, "xl/workbook.xml", t => t.Insert(t.IndexOf("?>", StringComparison.Ordinal) + 2, "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"));
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(path), "xlsx", _ => true)).Message.ShouldContain("DTD");
    }

    // A formula keeps the value that the spreadsheet program reckoned last; the file is written by hand because libraries write no such value.
    [Fact]
    public void Workbook_Formula_GivesItsKeptValue()
    {
        var path = _folder.Workbook("a.xlsx", ("One", [["a", "b"], [1, 2]]));
        Replace(path, "xl/worksheets/sheet1.xml", _ => "<?xml version=\"1.0\" encoding=\"utf-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>1.5</v></c><c r=\"B2\"><f>A2*2</f><v>3</v></c></row><row r=\"4\"><c r=\"A4\"><v>7</v></c><c r=\"B4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>");
        TableFile.Open(SourceFile.At(path), "xlsx", _ => true)!.Rows.Select(r => (r.Locator, r[0].Text, r[1].Text)).ShouldBe([("sheet One, row 2", "1.5", "3"), ("sheet One, row 4", "7", "#DIV/0!")]);
    }

    [Fact]
    public async Task Parquet_NestedColumn_IsRefused()
    {
        var path = await _folder.Parquet("a.parquet", new ParquetSchema(new DataField<string>("a"), new ListField("b", new DataField<int>("element"))),
            new Dictionary<string, object?> { ["a"] = "x", ["b"] = new List<int> { 1 } });
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(path), "parquet", _ => true)).Message.ShouldContain("'b' is nested");
        Should.Throw<SourceFormatException>(() => TableFile.Open(SourceFile.At(_folder.Write("b.parquet", "PAR1 and nothing else")), "parquet", _ => true)).Message.ShouldContain("not a sound Parquet file");
    }

    [Fact]
    public void FormatOf_OtherFiles_IsNull()
    {
        foreach (var other in (string[])["", "{\"a\":1}", "[1]", "<html>", "\0\0\0", "\uFEFF  {}"]) TableFile.FormatOf(SourceFile.At(_folder.Write("other", other))).ShouldBeNull(other);
        TableFile.FormatOf(SourceFile.At(_folder.Write("zip", [.. "PK\u0003\u0004"u8, 0, 0]))).ShouldBeNull();
        TableFile.FormatOf(SourceFile.At(_folder.Write("csv", "\uFEFFa,b\n"))).ShouldBe("csv");
    }

    public void Dispose() => _folder.Dispose();

    private static void Replace(string path, string part, Func<string, string> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(change(text));
    }
}
