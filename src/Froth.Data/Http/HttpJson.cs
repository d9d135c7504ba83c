using System.Text.Json.Serialization;

namespace Froth.Data.Http;

/// <summary>One entry of <see cref="HttpCache"/>.</summary>
/// <param name="Url">Address, without a secret query; for people who look into the file.</param>
/// <param name="ETag">Entity tag, or null.</param>
/// <param name="LastModified">As the host sent it, or null.</param>
/// <param name="Sha256">Hash of the body that was ingested.</param>
/// <param name="FetchedAt">When it came.</param>
/// <param name="Followed">Further requests it led to; above 0 its body lies beside the entry.</param>
internal sealed record CacheEntry(string Url, string? ETag, string? LastModified, string Sha256, DateTimeOffset FetchedAt, int Followed);

/// <summary>What is known of a half-done download.</summary>
/// <param name="ETag">Strong entity tag of the file it belongs to, or null.</param>
/// <param name="LastModified">As the host sent it, or null.</param>
/// <param name="Total">Length of the whole file, or -1 when unknown.</param>
/// <param name="MediaType">Media type of the whole file.</param>
internal sealed record PartNote(string? ETag, string? LastModified, long Total, string MediaType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CacheEntry))]
[JsonSerializable(typeof(PartNote))]
internal sealed partial class HttpJson : JsonSerializerContext;
