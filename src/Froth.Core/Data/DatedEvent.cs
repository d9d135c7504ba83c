namespace Froth.Core.Data;

/// <summary>Something that happened on a day and gives a chart its context: a launch, a crash, a rule.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Date">The day.</param>
/// <param name="Category">Kind of event, in the file's own words.</param>
/// <param name="What">What happened, in a sentence.</param>
/// <param name="Value">A number told with it, as told; may be empty.</param>
/// <param name="Unit">Unit of the number, as told; may be empty.</param>
/// <param name="PublishedAt">First day on which the world could know it.</param>
/// <param name="Source">Who says so.</param>
public sealed record DatedEvent(
    string Id, DateOnly Date, string Category, string What, string Value, string Unit, DateOnly PublishedAt, Source Source);
