using System.Globalization;
using Froth.Core.Data;
using Froth.Data.Sources.Tables;

namespace Froth.Data.Sources.Epoch;

/// <summary>Yearly ranges of the price of NVIDIA's chips, which Epoch AI gathered from reports.</summary>
internal sealed class EpochChipPrices : EpochTable
{
    private static readonly string[] Chips = ["A100", "H100", "H20", "GB200", "GB300"];

    public override TableShape Shape { get; } = new("epoch-chip-prices",
        """
        * Year
        * A100 low
        ! A100 high
        * H100 low
        ! H100 high
        ? H20 low
        ? H20 high
        ? GB200 low
        ? GB200 high
        ? GB300 low
        ? GB300 high
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        while (table.Next(context.Sink))
        {
            if (!int.TryParse(table["Year"], out var year) || year is < 2000 or > 2100)
            {
                table.Refuse(context.Sink, "Year", $"'{table["Year"]}' is not a year");
                continue;
            }

            foreach (var chip in Chips)
            {
                var (low, high) = (context.Number(table, $"{chip} low", 0), context.Number(table, $"{chip} high", 0));
                if (low is null && high is null) continue;
                var end = new DateOnly(year, 12, 31);
                new ToldObservation
                {
                    Entity = context.Organisations.Find("NVIDIA", end, table.Locator) ?? Organisations.Sector, Concept = "accelerator-price", Dimension = chip,
                    Start = new DateOnly(year, 1, 1), End = end, Low = low, High = high, Unit = Unit.UsDollar, Grade = Grade.Estimated, Published = context.Recorded,
                    Source = context.Source("epoch-ai-chip-counts", "AI chip counts", "https://github.com/epoch-research/ai-chip-counts", table.Locator),
                    Note = end > context.Recorded ? "recorded before the year ended" : "",
                }.To(context.Sink, table.Locator);
            }
        }
    }
}

/// <summary>
/// Prices of accelerators as offered: to buy, and to rent by the hour on demand or for one or three years. An offer was public on the
/// day it was seen. The dimension names the chip, the vendor, the place and the number of chips in the offer.
/// </summary>
internal sealed class EpochHardwarePrices : EpochTable
{
    private static readonly (string Column, string Concept, Unit Unit)[] Prices =
    [
        ("Price per chip-hour (on-demand)", "accelerator-rental-on-demand", Unit.UsDollarPerGpuHour),
        ("Price per chip-hour (1-year CUD)", "accelerator-rental-one-year", Unit.UsDollarPerGpuHour),
        ("Price per chip-hour (3-year CUD)", "accelerator-rental-three-years", Unit.UsDollarPerGpuHour),
        ("Price (hardware purchase)", "accelerator-purchase-price", Unit.UsDollar),
    ];

    public override TableShape Shape { get; } = new("epoch-hardware-prices",
        """
        * Price date
        * Hardware model
        ! Manufacturer
        ! Vendor
        ! Location
        * Price per chip-hour (on-demand)
        ! Price per chip-hour (1-year CUD)
        ! Price per chip-hour (3-year CUD)
        * Price (hardware purchase)
        ? Cloud GPU description
        ? Number of GPUs
        """);

    public override void Parse(HeadedTable table, EpochContext context)
    {
        var offers = new Dictionary<(string Concept, string Dimension, DateOnly Day), (string Locator, ToldObservation Row, int Count)>();
        while (table.Next(context.Sink))
        {
            if (context.Past(table, "Price date") is not { } day || context.Name(table, "Hardware model") is not { } model) continue;
            var offer = string.Join(';', new[] { model, table["Vendor"], table["Location"], table["Cloud GPU description"], Chips(table["Number of GPUs"]) }.Where(t => t.Length > 0))
                .ReplaceLineEndings(" ");
            var basic = new ToldObservation
            {
                Entity = Organisations.Sector, Concept = "", Dimension = offer, End = day, Unit = Unit.UsDollarPerGpuHour, Grade = Grade.ThirdParty, Published = day,
                Source = context.Source("epoch-hardware-prices", "Training cost trends: hardware prices", "https://github.com/epoch-research/training-cost-trends", table.Locator),
            };
            foreach (var (column, concept, unit) in Prices)
            {
                if (context.Number(table, column, 0) is { } price) Gather(offers, table.Locator, price, basic with { Concept = concept, Unit = unit });
            }
        }

        foreach (var (locator, row, _) in offers.Values) row.To(context.Sink, locator);
    }

    // Offers that differ in something the file does not name (the memory or the network of the machine) are one range, not a choice.
    private static void Gather(Dictionary<(string, string, DateOnly), (string Locator, ToldObservation Row, int Count)> offers, string locator, decimal price, ToldObservation row)
    {
        var key = (row.Concept, row.Dimension, row.End);
        if (!offers.TryGetValue(key, out var held))
        {
            offers[key] = (locator, row with { Value = price }, 1);
            return;
        }

        var (low, high) = (Math.Min(price, held.Row.Low ?? held.Row.Value!.Value), Math.Max(price, held.Row.High ?? held.Row.Value!.Value));
        var count = held.Count + 1;
        offers[key] = (held.Locator, low == high
            ? held.Row
            : held.Row with { Value = null, Low = low, High = high, Note = string.Create(CultureInfo.InvariantCulture, $"{count} offers that the file does not tell apart") }, count);
    }

    private static string Chips(string number) => number.Length == 0 ? "" : $"{number} chips";
}
