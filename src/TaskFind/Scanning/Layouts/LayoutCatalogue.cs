using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>All layouts, in the order in which they are tried on a type: first match wins.</summary>
internal static class LayoutCatalogue
{
    private static readonly Func<ClrType, ILayout?>[] s_roots =
    [
        TaskObjectLayout.TryFor,
        PooledBoxLayout.TryFor,
        IteratorLayout.TryFor,
        MachineObjectLayout.TryFor,
        ParallelStateLayout.TryFor,
        DataflowSendLayout.TryFor,
        DataflowCoreLayout.TryFor,
        CompletionSourceLayout.TryFor,
        SemaphoreLayout.TryFor,
        ChannelLayout.TryFor,
        ChannelOperationLayout.TryFor,
        SchedulerLayout.TryFor,
        TimerLayout.TryFor,
        PoolLayout.TryFor,
        WorkQueueLayout.TryFor,
        LocalQueueLayout.TryFor,
        PoolLocalsLayout.TryFor,
        ThreadObjectLayout.TryFor,
        LockLayout.TryFor,
        FromAsyncLayout.TryFor,
        CancellationSourceLayout.TryFor,
    ];

    private static readonly Func<ClrType, ILayout?>[] s_others =
    [
        StringLayout.TryFor,
        DelegateLayout.TryFor,
        ContingentPropertiesLayout.TryFor,
        ExceptionHolderLayout.TryFor,
        DispatchInfoLayout.TryFor,
        ExceptionLayout.TryFor,
        CallbackNodeLayout.TryFor,
        RegistrationsLayout.TryFor,
        ListLayout.TryFor,
        ArrayLayout.TryFor,
        ContinuationWrapperLayout.TryFor,
        AwaitContinuationLayout.TryFor,
        ContinueWithLayout.TryFor,
        TimerHandleLayout.TryFor,
        BoxedAwaiterLayout.TryFor,
        SocketArgsLayout.TryFor,
        SocketLayout.TryFor,
        SafeHandleLayout.TryFor,
        EndPointLayout.TryFor,
        AddressLayout.TryFor,
        AddressNumbersLayout.TryFor,
        FileSourceLayout.TryFor,
        Http2StreamLayout.TryFor,
        HttpRequestLayout.TryFor,
        HttpTextLayout.TryFor,
        ProcessLayout.TryFor,
        HttpProtocolLayout.TryFor,
        RouteEndpointLayout.TryFor,
        RoutePatternLayout.TryFor,
        HostingContextLayout.TryFor,
        ActivityLayout.TryFor,
        ExecutionContextLayout.TryFor,
        LocalMapLayout.TryFor,
        LocalPairsLayout.TryFor,
        BoxedValueLayout.TryFor,
        PeriodicTimerStateLayout.TryFor,
        PeriodicTimerLayout.TryFor,
        WhenEachLayout.TryFor,
        SizedLayout.TryFor,
        DataflowTargetsLayout.TryFor,
        DataflowOptionsLayout.TryFor,
        PipeEndLayout.TryFor,
        PipeLayout.TryFor,
        PipeOptionsLayout.TryFor,
        ConcurrentQueueLayout.TryFor,
        QueueSegmentLayout.TryFor,
        WorkItemLayout.TryFor,
        ValueTaskSourceLayout.TryFor,
    ];

    /// <summary>Finds the layout of a type whose objects the walk keeps; asked for every type of the heap.</summary>
    public static ILayout? FindRoot(ClrType type) => type.IsArray || type.IsString ? null : First(s_roots, type);

    /// <summary>Finds the layout of a type that something kept refers to; asked only when such an object is met, for it looks at fields.</summary>
    public static ILayout? FindOther(ClrType type) => First(s_others, type);

    private static ILayout? First(Func<ClrType, ILayout?>[] layouts, ClrType type)
    {
        foreach (var tryFor in layouts)
        {
            if (tryFor(type) is { } layout)
                return layout;
        }

        return null;
    }
}
