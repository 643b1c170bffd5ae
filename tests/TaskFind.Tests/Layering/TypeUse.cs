namespace TaskFind.Tests.Layering;

/// <summary>One type's use of another.</summary>
/// <param name="From">The namespace of the user.</param>
/// <param name="User">The user's name.</param>
/// <param name="To">The namespace of what is used, when it is ours, else its assembly.</param>
/// <param name="Used">Its name.</param>
internal sealed record TypeUse(string From, string User, string To, string Used);
