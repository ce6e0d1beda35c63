package dev.helium.launcher.stub;

import dev.helium.launcher.command.CommandContext;
import dev.helium.launcher.command.HeliumCommand;
import dev.helium.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Somebody who types commands: a project with a token in it, a server that answers what was
 * prepared, and all that was written. No terminal unless one is asked for.
 */
public final class TypedCommands implements BeforeEachCallback, AfterEachCallback {
  private static final String SERVER = "HELIUM_URL";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Path project;
  private StubApi api;
  private InstantSource clock = InstantSource.system();
  private int columns;

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    project = Files.createTempDirectory("typed");
    Files.writeString(Files.createDirectories(home()).resolve("token"), "word\n");
    api = new StubApi();
    environment.put(SERVER, api.address().toString());
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    api.close();
    try (Stream<Path> files = Files.walk(project)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  /** The server that {@code HELIUM_URL} leads to. */
  public StubApi api() {
    return api;
  }

  public Path project() {
    return project;
  }

  public Path home() {
    return project.resolve(".helium");
  }

  public TypedCommands with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public TypedCommands without(String variable) {
    environment.remove(variable);
    return this;
  }

  public TypedCommands at(InstantSource time) {
    clock = time;
    return this;
  }

  public TypedCommands onATerminal(int width) {
    columns = width;
    return this;
  }

  /** Answers the exit code. */
  public int run(String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            columns,
            false);
    return HeliumCommand.run(new CommandContext(console, project, environment, clock), arguments);
  }

  /** All that was written since the last {@link #forget}. */
  public String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The same of errors, without the last line's end. */
  public String errors() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  public void forget() {
    out.reset();
    err.reset();
  }
}
