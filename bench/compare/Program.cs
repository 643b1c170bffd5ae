using System.Globalization;
using TaskFind.Bench.Compare;

// Each command prints one line of key=value words for each thing it measured.
switch (args)
{
    case ["loop", var target]:
        Loop.Run(target);
        break;
    case ["walk", var target, var rounds]:
        WalkAndCopy.Run(target, int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["phases", var dump, var rounds, .. var method]:
        Phases.Run(dump, int.Parse(rounds, CultureInfo.InvariantCulture), method.FirstOrDefault());
        break;
    case ["pause", var pid, var input, var output, var heapDump, var rounds]:
        Pauses.Run(int.Parse(pid, CultureInfo.InvariantCulture), input, output, heapDump, int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["stop", var pid, var rounds]:
        Stops.Run(int.Parse(pid, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["dump", var pid, var file]:
        HeapDump.Write(int.Parse(pid, CultureInfo.InvariantCulture), file);
        break;
    case ["captures", var file, var rounds]:
        SaveAndLoad.Run(file, int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["run", var name, "--", .. var command]:
        return Child.Run(name, command);
    default:
        Console.Error.WriteLine("usage: loop PID|DUMP · walk PID|DUMP ROUNDS · phases DUMP ROUNDS [METHOD] · pause PID IN OUT DUMP ROUNDS · stop PID ROUNDS · dump PID FILE · captures FILE ROUNDS · run NAME -- COMMAND…");
        return 2;
}

return 0;
