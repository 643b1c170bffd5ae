using TaskFind.Tool;
using TaskFind.Tool.Demo;
using TaskFind.Tool.Looking;

return Isolation.IsAskedFor(args) ? Isolation.Run(args) : DemoMode.IsAskedFor(args) ? DemoMode.Run(args) : CommandLine.Run(args);
