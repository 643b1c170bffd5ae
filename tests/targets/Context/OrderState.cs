namespace Context;

/// <summary>How an order stands.</summary>
internal enum OrderState : byte
{
    /// <summary>Just made.</summary>
    New,

    /// <summary>Paid.</summary>
    Paid,
}
