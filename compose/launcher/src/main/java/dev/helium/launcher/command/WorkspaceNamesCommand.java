package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.settings.ClientSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** Asked by a shell while somebody waits with a key pressed: soon over, and never loud. */
@Command(
    name = "workspace-names",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Names for the completion of a shell; none when Helium does not answer at once.")
final class WorkspaceNamesCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int MOST = 1_000;

  /** The shell expands what it is given: nothing else than a name gets there. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private final CommandContext context;

  WorkspaceNamesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = impatient()) {
      client.names().stream()
          .filter(NAME.asMatchPredicate())
          .limit(MOST)
          .forEach(context.console()::line);
      return 0;
    } catch (UserException unknown) {
      return unknown.code().number();
    }
  }

  private HeliumClient impatient() {
    ClientSettings settings = context.settings();
    return new HeliumClient(settings.address(), settings.token(), LIMIT);
  }
}
