package dev.helium.launcher.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a shell completes command lines with; the same for bash and zsh. */
final class CompletionScript {
  /** What the script {@code helium} does itself. */
  private static final List<String> OF_THE_SCRIPT = List.of("test", "chaos", "bench", "help");

  private static final List<String> BENCHMARKS =
      List.of(
          "ready",
          "engine",
          "core",
          "api",
          "takeover",
          "starts",
          "watcher",
          "stream",
          "deletion",
          "catalog");

  /** Asked only where a name can stand, with the program that is being typed. */
  private static final String NAMES =
      """

      # The workspaces there are; nothing when Helium does not answer within a second.
      function %s() {
        case ${COMP_WORDS[COMP_CWORD]} in
          -*) ;;
          *) "${COMP_WORDS[0]/#\\~/$HOME}" workspace-names 2>/dev/null ;;
        esac
      }
      """
          .formatted(WorkspaceNames.FUNCTION);

  private CompletionScript() {}

  /**
   * The script for a command line.
   *
   * @param whole gets the commands of the script {@code helium} too
   */
  static String of(CommandLine whole) {
    OF_THE_SCRIPT.forEach(name -> add(whole, name));
    CommandLine benchmark = add(whole, "benchmark");
    BENCHMARKS.forEach(name -> add(benchmark, name));
    // Candidates are quoted each; these are to be words.
    return AutoComplete.bash(HeliumCommand.NAME, whole)
            .replace("(\"" + WorkspaceNames.CALL + "\")", "(" + WorkspaceNames.CALL + ")")
        + NAMES;
  }

  /** One without the options that all others heed. */
  private static CommandLine add(CommandLine parent, String name) {
    CommandLine command = new CommandLine(CommandSpec.create());
    parent.addSubcommand(name, command);
    CommandSpec bare = command.getCommandSpec();
    List.copyOf(bare.options()).forEach(bare::remove);
    return command;
  }
}
