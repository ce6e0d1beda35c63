package dev.helium.provisioner.attempt;

import dev.helium.domain.Step;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the Pulumi command line writes of its work, a line of JSON for each event, read while it is
 * written. For one thread.
 */
final class EventLogFile {
  /** An event holds all of a resource; of a longer one nobody is told. */
  private static final int LONGEST = 4 << 20;

  private static final int PIECE = 64 * 1024;

  private final Path file;
  private final Consumer<Step> progress;
  private final StringBuilder line = new StringBuilder();
  private long read;
  private boolean passing;

  EventLogFile(Path file, Consumer<Step> progress) {
    this.file = file;
    this.progress = progress;
  }

  /** Tells of what has come since the last time. */
  void look() {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      content.seek(read);
      byte[] piece = new byte[PIECE];
      for (int length = content.read(piece); length > 0; length = content.read(piece)) {
        read += length;
        // Names and operations are plain letters, whatever a piece cuts in two.
        take(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the events of a run cannot be read", failure);
    }
  }

  private void take(String piece) {
    int from = 0;
    for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      add(piece.substring(from, end));
      if (!passing) {
        event(line.toString());
      }
      line.setLength(0);
      passing = false;
      from = end + 1;
    }
    add(piece.substring(from));
  }

  private void add(String part) {
    if (line.length() + part.length() > LONGEST) {
      passing = true;
      line.setLength(0);
    }
    if (!passing) {
      line.append(part);
    }
  }

  private void event(String json) {
    try {
      JsonObject done = new JsonObject(json).getJsonObject("resOutputsEvent");
      JsonObject step = done == null ? null : done.getJsonObject("metadata");
      if (step != null && !step.getString("op", "same").equals("same")) {
        progress.accept(
            new Step(
                step.getString("op"),
                ProgressEvents.resource(step.getString("type", ""), step.getString("urn", ""))));
      }
    } catch (DecodeException | ClassCastException unknown) {
      // Progress is a comfort: an event that is not understood is passed over.
    }
  }
}
