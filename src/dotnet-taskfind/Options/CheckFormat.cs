namespace TaskFind.Tool.Options;

/// <summary>How findings are written.</summary>
internal enum CheckFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For the summary of a job, or a comment.</summary>
    Markdown,

    /// <summary>For GitHub Actions: annotations on the lines.</summary>
    GitHub,
}
