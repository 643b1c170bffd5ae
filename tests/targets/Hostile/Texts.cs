namespace Hostile;

/// <summary>Strings with everything that a terminal could take for an order.</summary>
internal static class Texts
{
    private const string Orders = "\e]0;pwned\a\e[2J\e[31m\e]52;c;cHduZWQ=\a\rover\u009b31m\u009d0;pwned\u009c[red]mark[/]<b>&amp;\0";
    private const string Marks = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff\u200b\u200c\u200d\u2060\u00ad\U000e0041\ue000\ud800x\udc00";

    /// <summary>Gets all of them, those first that have no letters.</summary>
    public static string Short1 { get; } = Controls(0, 0x20) + "\x7f" + Controls(0x80, 0xa0) + Marks + Orders;

    /// <summary>Gets all of them, orders first.</summary>
    public static string Short2 { get; } = Orders + Short1;

    /// <summary>Gets all of them, marks first.</summary>
    public static string Short3 { get; } = Marks + Short1;

    /// <summary>Gets all of them, C1 first.</summary>
    public static string Short4 { get; } = Controls(0x80, 0xa0) + Short1;

    /// <summary>Gets a million characters of them.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Repeat(Short1, 1_000_000 / Short1.Length));

    private static string Controls(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(c => (char)c));
}
