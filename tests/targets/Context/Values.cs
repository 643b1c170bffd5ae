using System.Globalization;

namespace Context;

/// <summary>AsyncLocals whose values are of every kind that is told apart.</summary>
internal static class Values
{
    private static readonly AsyncLocal<bool> s_flag = new();
    private static readonly AsyncLocal<double> s_rate = new();
    private static readonly AsyncLocal<OrderState> s_state = new();
    private static readonly AsyncLocal<Guid> s_id = new();
    private static readonly AsyncLocal<char> s_letter = new();
    private static readonly AsyncLocal<string?> s_long = new();
    private static readonly AsyncLocal<string?> s_hostile = new();
    private static readonly AsyncLocal<string?> s_watched = new(_ => { });
    private static readonly AsyncLocal<OrderState> s_odd = new();

    public static void StartAll()
    {
        Keep.Start(
            () =>
            {
                OrderContext.s_number.Value = -42;
                OrderContext.Current.Value = new Order(7);
                s_flag.Value = true;
                s_rate.Value = 0.5;
                s_state.Value = OrderState.Paid;
                s_odd.Value = (OrderState)9;
                s_id.Value = new Guid("00112233-4455-6677-8899-aabbccddeeff");
                s_letter.Value = 'x';
                s_long.Value = new string('y', 1000);
                s_hostile.Value = "it's\u001b[2J\n\"";
                s_watched.Value = "there";
                s_watched.Value = null;
            },
            OfEveryKind);
        Keep.Start(() => new AsyncLocal<string>().Value = "of nobody's", HeldByNothing);
        Keep.Start(() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture, OfTheFramework);
    }

    private static async Task OfEveryKind() => await Keep.Never;

    private static async Task HeldByNothing() => await Keep.Never;

    private static async Task OfTheFramework() => await Keep.Never;
}
