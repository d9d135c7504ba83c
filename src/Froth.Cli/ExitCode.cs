namespace Froth.Cli;

/// <summary>The one table of exit codes; <c>froth --help</c> and the guide print it.</summary>
internal static class ExitCode
{
    /// <summary>Everything is in order.</summary>
    public const int Fine = 0;

    /// <summary>At least one finding at or above the band named with <c>--fail-on</c>, or a gap under <c>--strict</c>.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The input is bad.</summary>
    public const int BadInput = 3;

    /// <summary>Something outside is out of order: the store is busy or unreadable, a disk is full.</summary>
    public const int Outage = 4;

    /// <summary>The table, as printed.</summary>
    public static readonly IReadOnlyList<(int Code, Core.Bilingual Meaning)> Table =
    [
        (Fine, new("fine", "正常")),
        (Findings, new("findings at or above --fail-on, or gaps under --strict", "存在达到--fail-on等级的发现，或--strict下存在缺口")),
        (Usage, new("wrong command line or missing setting", "命令行用法错误或缺少设置")),
        (BadInput, new("bad input", "输入数据有误")),
        (Outage, new("store busy, damaged or unreadable; disk full; source out of reach", "数据库被占用、损坏或不可读；磁盘已满；数据源不可达")),
    ];
}
