namespace TaskFind.Model;

/// <summary>
/// Every bound of a walk, string, array, depth or count over what a target supplies, one group for each room. A summary begins with the unit; the remarks
/// say what a reader is told when the bound is hit. docs/limits.md is made of both.
/// </summary>
internal static partial class Limits
{
}
