package dev.helium.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import java.util.List;
import java.util.Set;

/**
 * The {@code pulumi} of this machine, for everything but setting configuration. The SDK gives
 * values as arguments, secrets too, and whoever may list processes sees those; so what is to be set
 * is written by the embedded engine, into the same settings file, in one step and of any size. The
 * stacks must be in a state folder and their secrets under a passphrase.
 */
public final class InstalledPulumiCommand implements PulumiCommand {
  private static final Set<String> SETTING = Set.of("set", "set-all");

  private final PulumiCommand installed;
  private final PulumiCommand embedded;

  /** Two engines that see the same files; closing them is up to the caller. */
  public InstalledPulumiCommand(PulumiCommand installed, EmbeddedPulumiCommand embedded) {
    this.installed = installed;
    this.embedded = embedded;
  }

  @Override
  public Version version() {
    return installed.version();
  }

  @Override
  public CommandResult run(List<String> arguments, CommandRunOptions options)
      throws AutomationException {
    return setsConfiguration(arguments)
        ? embedded.run(arguments, options)
        : installed.run(arguments, options);
  }

  private static boolean setsConfiguration(List<String> arguments) {
    return arguments.size() > 1
        && arguments.getFirst().equals("config")
        && SETTING.contains(arguments.get(1));
  }
}
