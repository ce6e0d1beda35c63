package dev.helium.engine.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was done to a stack, one small file per update beside a copy of the state it left. */
public final class UpdateHistory {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SUFFIX = ".history.json";
  private static final long MAXIMUM_BYTES = 16L * 1024 * 1024;

  private final Path folder;
  private final String stack;

  public UpdateHistory(StateFolder state, StackReference stack) {
    this.folder = state.history(stack);
    this.stack = stack.stack();
  }

  /** One update. Times are whole seconds in the file. */
  public record Entry(
      String kind,
      Instant start,
      Instant end,
      String message,
      String result,
      Map<String, Integer> resourceChanges) {}

  /** Adds an entry and keeps a copy of the checkpoint. */
  public void add(Entry entry, Path checkpoint) {
    var node =
        MAPPER
            .createObjectNode()
            .put("kind", entry.kind())
            .put("startTime", entry.start().getEpochSecond())
            .put("message", entry.message());
    node.putObject("environment");
    node.putObject("config");
    node.put("version", 0)
        .put("result", entry.result())
        .put("endTime", entry.end().getEpochSecond());
    var changes = node.putObject("resourceChanges");
    new TreeMap<>(entry.resourceChanges()).forEach(changes::put);
    var nanoseconds = Duration.between(Instant.EPOCH, entry.end()).toNanos();
    var prefix = stack + "-" + nanoseconds;
    try {
      AtomicFiles.write(folder.resolve(prefix + SUFFIX), MAPPER.writeValueAsBytes(node));
      AtomicFiles.write(
          folder.resolve(prefix + ".checkpoint.json"), Files.readAllBytes(checkpoint));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "history cannot be written in " + folder, failure);
    }
  }

  /** The entries as written, newest first; pages count from one. */
  public List<ObjectNode> read(int pageSize, int page) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      var newest =
          files
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .sorted(Comparator.reverseOrder())
              .skip((long) (page - 1) * pageSize)
              .limit(pageSize)
              .toList();
      var entries = new ArrayList<ObjectNode>();
      for (var file : newest) {
        var content = AtomicFiles.read(file, MAXIMUM_BYTES);
        if (content.isPresent()) {
          entries.add(MAPPER.readValue(content.get(), ObjectNode.class));
        }
      }
      return entries;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "history cannot be read in " + folder, failure);
    }
  }
}
