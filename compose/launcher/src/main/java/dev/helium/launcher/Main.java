package dev.helium.launcher;

import dev.helium.launcher.command.CommandContext;
import dev.helium.launcher.command.HeliumCommand;
import dev.helium.launcher.console.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What the script {@code helium} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    // The script knows whether somebody looks; asking the JVM costs a tenth of a second.
    int columns = Integer.getInteger("helium.columns", 0);
    boolean colour = columns > 0 && environment.getOrDefault("NO_COLOR", "").isEmpty();
    CommandContext context =
        new CommandContext(
            new Console(System.out, System.err, columns, colour),
            Path.of(System.getProperty("helium.project", "")).toAbsolutePath(),
            environment,
            InstantSource.system());
    System.exit(HeliumCommand.run(context, arguments));
  }
}
