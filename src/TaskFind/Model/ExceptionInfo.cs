namespace TaskFind.Model;

/// <summary>The exception that ended a task.</summary>
/// <param name="Type">The exception's type without its namespace, <c>TimeoutException</c>.</param>
/// <param name="Message">Its message as the target wrote it (not escaped), cut to the look's string limit; null when it could not be read.</param>
/// <param name="IsObserved">Whether somebody looked at it (<c>TaskExceptionHolder.m_isHandled</c>).</param>
public sealed record ExceptionInfo(string Type, string? Message, bool IsObserved);
