using System.Globalization;
using System.IO.Compression;
using Froth.Data.Sources.Edgar.Json;

namespace Froth.Data.Sources.Edgar;

/// <summary>
/// The published bulk zips, <c>companyfacts.zip</c> and <c>submissions.zip</c>: one JSON a filer, read one after the other through one
/// buffer. A member that cannot be used is refused by its name, nothing of it lands, and the rest goes on.
/// </summary>
internal sealed class BulkArchive
{
    private readonly ParseSink _sink;
    private readonly FactWriter _writer;
    private readonly FactsParser _facts;
    private readonly SubmissionsParser _submissions;
    private readonly InflationLimits _limits;
    private readonly ResponseBytes _bytes = new();

    public BulkArchive(ParseSink sink, FactWriter writer, InflationLimits? limits = null)
    {
        (_sink, _writer, _limits) = (sink, writer, limits ?? InflationLimits.EveryFiler);
        _facts = new FactsParser(sink, writer);
        _submissions = new SubmissionsParser(sink);
    }

    /// <summary>Reads the members of the firms asked for; without any, of all firms.</summary>
    /// <exception cref="SourceFormatException">The zip itself is damaged or hostile, or empty.</exception>
    public void Parse(SourceFile file, SourceArguments arguments)
    {
        var asked = arguments.Of("cik").Select(EdgarRequests.Cik).ToHashSet(StringComparer.Ordinal);
        using var stream = file.Open();
        using var archive = _limits.Open(stream, file.Name);
        if (archive.Entries.Count == 0) throw new SourceFormatException($"{file.Name} holds no member. Download it again.");
        foreach (var member in archive.Entries)
        {
            _sink.ThrowIfCancelled();
            if (member.FullName.EndsWith('/') && member.Length == 0) continue;
            var name = EdgarFormats.MemberName().Match(member.Name);
            if (asked.Count > 0 && name.Success && !asked.Contains(name.Groups["cik"].Value)) continue;
            _writer.Advance(stream.Position);
            ReadMember(member, arguments);
        }
    }

    private void ReadMember(ZipArchiveEntry member, SourceArguments arguments)
    {
        if (_limits.Objection(member) is { } objection)
        {
            _sink.Refuse(member.FullName, "", objection, default);
            return;
        }

        _writer.Hold();
        try
        {
            using (var stream = _limits.Inflate(member)) _bytes.Load(stream, member.Length, member.FullName);
            ParseMember(member.FullName, arguments);
            _writer.Release();
        }
        catch (Exception fault) when (fault is SourceFormatException || InflationLimits.IsDamage(fault))
        {
            _writer.TakeBack();
            var told = fault is SourceFormatException ? fault.Message : string.Create(CultureInfo.InvariantCulture, $"{member.FullName} cannot be inflated ({fault.Message}).");
            _sink.Refuse(member.FullName, "", told, default);
        }
    }

    private void ParseMember(string name, SourceArguments arguments)
    {
        var head = _bytes.Span[..Math.Min(_bytes.Length, 1 << 16)];
        if (head.StartsWith("PK\x03\x04"u8)) throw new SourceFormatException($"{name} is a zip inside a zip.");
        switch (EdgarFormats.OfJson(head))
        {
            case EdgarFormats.CompanyFacts:
                _facts.ParseFirm(_bytes, name, name);
                break;
            case EdgarFormats.Submissions:
                _submissions.ParseFirm(_bytes, name, name, onlyIfKept: true);
                break;
            case EdgarFormats.SubmissionsPage:
                _submissions.ParsePage(_bytes, name, arguments, name);
                break;
            default:
                throw new SourceFormatException($"{name} is neither facts nor an index of filings.");
        }
    }
}
