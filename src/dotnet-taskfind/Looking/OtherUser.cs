using TaskFind.Targets;

namespace TaskFind.Tool.Looking;

/// <summary>Gives up the rights of root for those of the target's own user, for good.</summary>
internal static unsafe class OtherUser
{
    /// <summary>Becomes a user in every thread of this process; throws when the system does not let it.</summary>
    public static void Become((uint User, uint Group) user)
    {
        var group = user.Group;

        // In this order: who is no longer root may not change groups. The C library does it in all threads.
        if (Libc.SetGroups(1, &group) != 0 || Libc.SetGroupIds(group, group, group) != 0 || Libc.SetUserIds(user.User, user.User, user.User) != 0 || Libc.GetEUid() != user.User)
            throw new InvalidOperationException("The rights of root could not be given up.");
        ChildLife.EndWithParent();
    }
}
