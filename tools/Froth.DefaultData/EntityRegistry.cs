using System.Text;

namespace Froth.DefaultData;

/// <summary>Every entity once, under one id, found by any name that the facts use.</summary>
internal sealed class EntityRegistry
{
    readonly SortedDictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _idByName = new(StringComparer.Ordinal);

    public bool Contains(string id) => _byId.ContainsKey(id);

    public string Find(string name) =>
        _idByName.TryGetValue(name, out var id) ? id : throw new InvalidDataException($"No entity is called '{name}'.");

    public static EntityRegistry Build(InputFolder inputs, SourceRegistry sources, string sp500Source, string appleSource)
    {
        var registry = new EntityRegistry();
        foreach (var row in inputs.Facts("companies.csv").Rows) registry.Add(OfCompany(row, sources));
        var firstDeal = FirstDeals(inputs, sources);
        foreach (var line in EntityTable.Parties) registry.Add(OfParty(line.Split('|'), firstDeal));
        foreach (var line in EntityTable.Firms) registry.Add(OfFirm(line.Split('|')));
        foreach (var entity in EntityTable.Aggregates(sp500Source, appleSource)) registry.Add(entity);
        return registry;
    }

    void Add(Entity entity)
    {
        if (!_byId.TryAdd(entity.Id, entity)) throw new InvalidDataException($"Entity '{entity.Id}' stands twice.");
        foreach (var name in entity.Aliases.Append(entity.Name).Distinct())
            if (!_idByName.TryAdd(name, entity.Id)) throw new InvalidDataException($"The name '{name}' means two entities.");
    }

    static Entity OfCompany(CsvRow row, SourceRegistry sources)
    {
        var (id, full) = (row["id"], row["name"]);
        var name = BeforeBracket(full);
        var aliases = new List<string> { id };
        aliases.AddRange(new[] { full, EntityTable.MoreAliases.GetValueOrDefault(id, "") }.Concat(row["aliases"].Split('|'))
            .Where(a => a.Length > 0 && a != name && a != EntityTable.NotAnAlias.GetValueOrDefault(id)).Distinct());
        return new Entity
        {
            Id = Slug(name), Name = name, NameZh = EntityTable.NamesZh.GetValueOrDefault(id, row["name_zh"]),
            Kind = EntityTable.Kinds.GetValueOrDefault(id, KindOf(row["segment"])), Segment = EntityTable.Segments.GetValueOrDefault(id, row["segment"]),
            Country = row["country"], Listed = row["listed"], Ticker = row["ticker"], Cik = row["cik"],
            Aliases = aliases, Note = row["notes"], Source = sources.OfPage(row["source_url"]),
        };
    }

    static Entity OfParty(string[] cells, Dictionary<string, string> firstDeal) => new()
    {
        Id = cells[1].Length > 0 ? cells[1] : Slug(BeforeBracket(cells[0])), Name = cells[0], NameZh = cells[5],
        Kind = cells[2], Segment = cells[3], Country = cells[4], Source = firstDeal.GetValueOrDefault(cells[0], ""),
    };

    static Entity OfFirm(string[] cells) => new()
    {
        Id = cells[0], Name = cells[1], NameZh = cells[2], Kind = "firm", Segment = cells[3], Country = cells[4], Listed = "true", Ticker = cells[5],
        Note = "Accounts read one by one; see the sources of its rows",
    };

    // A party without a company record is documented by the first deal that names it.
    static Dictionary<string, string> FirstDeals(InputFolder inputs, SourceRegistry sources)
    {
        var deals = inputs.Facts("deals.csv").Rows.ToDictionary(r => r["id"], r => r, StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var party in inputs.Facts("deal_parties.csv").Rows.Where(p => p["company_id"].Length == 0))
            if (!first.ContainsKey(party["party"])) first[party["party"]] = sources.OfRow(deals[party["deal_id"]]);
        return first;
    }

    static string KindOf(string segment) => segment switch
    {
        "model_lab" => "lab",
        "investor" => "fund",
        "government" => "government",
        _ => "firm",
    };

    static string BeforeBracket(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var i ? name[..i] : name;

    static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    public CsvFile ToCsv()
    {
        var file = new CsvFile("entities.csv", "id,name,name_zh,kind,segment,country,listed,ticker,cik,lei,uscc,aliases,note,source");
        foreach (var e in _byId.Values)
            file.Add(e.Id, e.Name, e.NameZh, e.Kind, e.Segment, e.Country, e.Listed, e.Ticker, e.Cik, "", "",
                string.Join('|', e.Aliases), e.Note, e.Source);
        return file;
    }
}
