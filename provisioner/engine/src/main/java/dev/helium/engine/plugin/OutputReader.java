package dev.helium.engine.plugin;

import dev.helium.engine.event.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a process says, line by line; what is longer than a line may be is left out. */
final class OutputReader implements Runnable {
  private static final int LONGEST_LINE = 4096;

  private final InputStream stream;
  private final Consumer<String> lines;
  private final Runnable end;

  OutputReader(InputStream stream, Consumer<String> lines, Runnable end) {
    this.stream = stream;
    this.lines = lines;
    this.end = end;
  }

  /** Reads in a thread of its own until the process closes its end. */
  static void start(String name, InputStream stream, Consumer<String> lines, Runnable end) {
    Thread.ofPlatform().daemon().name(name).start(new OutputReader(stream, lines, end));
  }

  @Override
  public void run() {
    var line = new byte[LONGEST_LINE];
    var length = 0;
    var buffer = new byte[LONGEST_LINE];
    try (stream) {
      for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        for (int index = 0; index < count; index++) {
          if (buffer[index] == '\n') {
            tell(line, length);
            length = 0;
          } else if (length < LONGEST_LINE) {
            line[length++] = buffer[index];
          }
        }
      }
    } catch (IOException closed) {
      lines.accept("");
    }
    tell(line, length);
    end.run();
  }

  private void tell(byte[] line, int length) {
    if (length > 0) {
      lines.accept(
          Redactor.withoutCredentials(new String(line, 0, length, StandardCharsets.UTF_8)).strip());
    }
  }
}
