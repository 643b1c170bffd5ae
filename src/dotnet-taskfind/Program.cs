using TaskFind.Tool;
using TaskFind.Tool.Demo;

return DemoMode.IsAskedFor(args) ? DemoMode.Run(args) : CommandLine.Run(args);
