package dev.helium.launcher.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "A script that makes a shell complete commands, options and names of workspaces.",
      "For this shell: source <(./helium completion bash)",
      "For each new one: write it to ~/.local/share/bash-completion/completions/helium, or have"
          + " ~/.zshrc source it."
    })
final class CompletionCommand implements Callable<Integer> {
  private final CommandContext context;

  @Spec private CommandSpec specification;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}; one script for both.")
  private Shell shell;

  CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.console().line(CompletionScript.of(specification.root().commandLine()));
    context.console().line("# Loaded by: source <(./helium completion %s)".formatted(shell));
    return 0;
  }

  /** One script does for both. */
  enum Shell {
    BASH,
    ZSH;

    /** As people write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
