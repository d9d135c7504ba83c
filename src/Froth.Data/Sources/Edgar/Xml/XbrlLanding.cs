using System.Text;
using Froth.Data.Ingest;

namespace Froth.Data.Sources.Edgar.Xml;

/// <summary>Resolves what the facts of an instance refer to, settles repetitions, and hands the rows over.</summary>
internal sealed class XbrlLanding(XbrlDocument document, SourceArguments arguments, ParseSink sink)
{
    private const int NoWord = -1;

    private readonly int[] _tagWords = Unnamed(document.Tags.Count);
    private readonly int[] _dimensionWords = Unnamed(document.Contexts.Count);
    private readonly int[] _unitWords = Unnamed(document.Units.Count);
    private readonly Dictionary<string, (int Entity, int Form, XbrlFiling Filing)> _filers = new(StringComparer.Ordinal);
    private FiledFactBatch _batch = sink.Rent();

    /// <summary>Lands every sound fact and refuses the others.</summary>
    public void Land(long bytesDone)
    {
        var sound = Sound();
        NameFilers(sound);
        foreach (var fact in sound) NameWords(document.Facts[fact]);
        sound.Sort(Compare);
        for (var first = 0; first < sound.Count;)
        {
            var next = first + 1;
            while (next < sound.Count && CompareKeys(sound[first], sound[next]) == 0) next++;
            if (Settle(sound, first, next) is { } chosen) Add(document.Facts[chosen], bytesDone);
            first = next;
        }

        if (_batch.Count > 0) sink.Land(_batch, bytesDone);
    }

    private List<int> Sound()
    {
        var sound = new List<int>(document.Facts.Count);
        for (var i = 0; i < document.Facts.Count; i++)
        {
            var fact = document.Facts[i];
            if (Fault(i, fact) is not var (column, reason)) sound.Add(i);
            else Refuse(fact, column, reason, fact.IsUnsound ? document.Unsound[i].Raw : null);
        }

        return sound;
    }

    private (string Column, string Reason)? Fault(int number, in XbrlFact fact)
    {
        if (fact.IsUnsound) return ("value", document.Unsound[number].Reason);
        if (fact.Context == XbrlDocument.None) return ("contextRef", "it names no context, so nobody knows whom and when it is about");
        if (document.Contexts[fact.Context] is not { } context) return ("contextRef", "it names a context that the document does not hold");
        if (context.Fault is not null) return ("contextRef", "its context cannot be used: " + context.Fault);
        if (document.Units[fact.Unit] is not { } unit) return ("unitRef", "it names a unit that the document does not hold");
        return unit.Fault is null ? null : ("unitRef", "its unit cannot be used: " + unit.Fault);
    }

    private void NameFilers(List<int> sound)
    {
        var lastEnds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var fact in sound)
        {
            var context = ContextOf(fact);
            if (!lastEnds.TryGetValue(context.Cik, out var last) || context.End > last) lastEnds[context.Cik] = context.End;
        }

        foreach (var (cik, lastEnd) in lastEnds)
        {
            var cover = XbrlCover.Of(cik, document);
            var entity = sink.EntityOf("cik", cik, cover.Name);
            var filing = XbrlFiling.Of(entity, cover, Cells.Date(lastEnd), arguments, sink);
            _filers[cik] = (Word(entity), Word(filing.Form), filing);
        }
    }

    // The numbers of words are found once for each context, tag and unit that a sound fact refers to.
    private void NameWords(in XbrlFact fact)
    {
        if (_tagWords[fact.Tag] == NoWord) _tagWords[fact.Tag] = Word(document.Tags[fact.Tag]);
        if (_unitWords[fact.Unit] == NoWord) _unitWords[fact.Unit] = Word(document.Units[fact.Unit]!.Word);
        if (_dimensionWords[fact.Context] == NoWord) _dimensionWords[fact.Context] = Word(document.Contexts[fact.Context]!.Dimension);
    }

    private static int[] Unnamed(int count)
    {
        var words = new int[count];
        Array.Fill(words, NoWord);
        return words;
    }

    private int Word(string text) => sink.Word(Encoding.UTF8.GetBytes(text));

    private XbrlContext ContextOf(int fact) => document.Contexts[document.Facts[fact].Context]!;

    private int Compare(int left, int right) => CompareKeys(left, right) is var order and not 0 ? order : left.CompareTo(right);

    private int CompareKeys(int left, int right)
    {
        var (a, b) = (document.Facts[left], document.Facts[right]);
        var order = _tagWords[a.Tag].CompareTo(_tagWords[b.Tag]);
        if (order == 0) order = _unitWords[a.Unit].CompareTo(_unitWords[b.Unit]);
        if (order != 0 || a.Context == b.Context) return order;
        var (c, d) = (document.Contexts[a.Context]!, document.Contexts[b.Context]!);
        order = _dimensionWords[a.Context].CompareTo(_dimensionWords[b.Context]);
        if (order == 0) order = c.Start.CompareTo(d.Start);
        if (order == 0) order = c.End.CompareTo(d.End);
        return order != 0 ? order : string.CompareOrdinal(c.Cik, d.Cik);
    }

    /// <summary>
    /// One fact for several that speak of the same thing. A report tells a figure wherever it needs it, in the text often rounded
    /// (19.5 billion for 19,454 million), so the most exact one speaks when the others are roundings of it; and when they are not,
    /// nobody knows which is right, and all are refused.
    /// </summary>
    private int? Settle(List<int> sound, int first, int next)
    {
        var best = sound[first];
        for (var i = first + 1; i < next; i++)
        {
            if (document.Facts[sound[i]].Decimals > document.Facts[best].Decimals) best = sound[i];
        }

        for (var i = first; i < next; i++)
        {
            if (!Agree(document.Facts[sound[i]], document.Facts[best])) return RefuseAll(sound, first, next);
        }

        return best;
    }

    private static bool Agree(in XbrlFact rough, in XbrlFact best)
    {
        if (rough.Value == best.Value) return true;
        if (rough.Decimals is XbrlFact.Unknown || rough.Decimals == best.Decimals) return false;
        var (more, less) = rough.Value > best.Value ? (rough.Value, best.Value) : (best.Value, rough.Value);
        // Some filers cut where others round, so a rough figure may be off by its whole last digit.
        return (UInt128)more - (UInt128)less <= (UInt128)(2 * HalfStep(rough.Decimals) + HalfStep(best.Decimals));
    }

    // Half of the last digit told, scaled like the values; beyond what the store can hold any value is within it.
    private static Int128 HalfStep(int decimals)
    {
        if (decimals >= DecimalText.Scale) return 0;
        if (decimals < -19) return Int128.MaxValue / 4;
        var step = (Int128)5;
        for (var i = decimals; i < DecimalText.Scale - 1; i++) step *= 10;
        return step;
    }

    private int? RefuseAll(List<int> sound, int first, int next)
    {
        for (var i = first; i < next; i++)
        {
            var other = document.Facts[sound[i == first ? first + 1 : first]];
            Refuse(document.Facts[sound[i]], "value",
                $"it contradicts {other.Locator}, which tells {DecimalText.ToDecimal(other.Value)} for the same thing; neither was kept", null);
        }

        return null;
    }

    private void Refuse(in XbrlFact fact, string column, string reason, string? raw) =>
        sink.Refuse(fact.Locator, column, reason, Encoding.UTF8.GetBytes($"{document.Tags[fact.Tag]} {raw ?? DecimalText.ToDecimal(fact.Value).ToString()}"));

    private void Add(in XbrlFact fact, long bytesDone)
    {
        if (_batch.IsFull)
        {
            sink.ThrowIfCancelled();
            sink.Land(_batch, bytesDone);
            _batch = sink.Rent();
        }

        var context = document.Contexts[fact.Context]!;
        var (entity, form, filing) = _filers[context.Cik];
        var at = _batch.Count++;
        _batch.Entity[at] = entity;
        _batch.Tag[at] = _tagWords[fact.Tag];
        _batch.Dimension[at] = _dimensionWords[fact.Context];
        _batch.Unit[at] = _unitWords[fact.Unit];
        _batch.Start[at] = context.Start;
        _batch.End[at] = context.End;
        _batch.Value[at] = fact.Value;
        _batch.Filed[at] = Cells.Days(filing.Filed);
        _batch.Accession[at] = filing.Accession.Number;
        _batch.Form[at] = form;
        _batch.Rounded[at] = 0;
    }
}
