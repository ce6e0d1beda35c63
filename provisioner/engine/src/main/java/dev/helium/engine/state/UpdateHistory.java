package dev.helium.engine.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was done to a stack, one small file per update beside a copy of the state it left. */
public final class UpdateHistory {
  private static final Pattern ENTRY = Pattern.compile(".+\\.history\\.json(\\.gz|\\.zst)?");
  private static final long MAXIMUM_BYTES = 16L * 1024 * 1024;

  private final Path folder;
  private final Path backups;
  private final StateSettings settings;
  private final FileChanges changes;
  private final String stack;

  public UpdateHistory(StateFolder state, StackReference stack) {
    this.folder = state.history(stack);
    this.backups = state.backups(stack);
    this.settings = state.settings();
    this.changes = state.changes();
    this.stack = stack.stack();
  }

  /**
   * One update. Times are whole seconds in the file.
   *
   * @param configuration values by full key as the settings file has them, secrets encrypted
   */
  public record Entry(
      String kind,
      Instant start,
      Instant end,
      String message,
      String result,
      Map<String, Integer> resourceChanges,
      ObjectNode configuration) {
    public Entry {
      configuration = configuration.deepCopy();
    }

    /** An update without configuration. */
    public Entry(
        String kind,
        Instant start,
        Instant end,
        String message,
        String result,
        Map<String, Integer> resourceChanges) {
      this(
          kind,
          start,
          end,
          message,
          result,
          resourceChanges,
          JsonNodeFactory.instance.objectNode());
    }
  }

  /** Adds an entry and keeps copies of the checkpoint. */
  public void add(Entry entry, Path checkpoint) {
    var end = settings.compressed() ? ".json" + StackFiles.GZIP : ".json";
    var number = CheckpointForms.nanoseconds(entry.end());
    var prefix = stack + "-" + number;
    try {
      var text = JsonText.compact(document(entry));
      changes.write(
          folder.resolve(prefix + ".history" + end),
          settings.compressed() ? CheckpointForms.packed(text) : text);
      changes.copy(checkpoint, folder.resolve(prefix + ".checkpoint" + end));
      if (settings.backups()) {
        var form = checkpoint.getFileName().toString().substring(stack.length());
        changes.copy(checkpoint, backups.resolve(stack + "." + number + form));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "history cannot be written in " + folder, failure);
    }
  }

  /** The entries as written, newest first; pages count from one, a size of zero means all. */
  public List<ObjectNode> read(int pageSize, int page) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      var newest =
          files
              .filter(file -> ENTRY.matcher(file.getFileName().toString()).matches())
              .sorted(Comparator.reverseOrder())
              .skip((long) (Math.max(1, page) - 1) * pageSize)
              .limit(pageSize > 0 ? pageSize : Long.MAX_VALUE)
              .toList();
      var entries = new ArrayList<ObjectNode>();
      for (var file : newest) {
        CheckpointForms.read(file, MAXIMUM_BYTES).ifPresent(text -> entries.add(parse(file, text)));
      }
      return entries;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "history cannot be read in " + folder, failure);
    }
  }

  /** Makes it another stack's; files that are not of this stack stay. */
  public void moveTo(UpdateHistory other) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        var dash = name.lastIndexOf('-');
        if (dash >= 0 && name.substring(0, dash).equals(stack)) {
          var target = other.folder.resolve(other.stack + name.substring(dash));
          other.changes.copy(file, target);
          changes.remove(file);
        }
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "history cannot be moved from " + folder, failure);
    }
  }

  private static ObjectNode parse(Path file, byte[] text) {
    try {
      if (JsonText.read(text) instanceof ObjectNode entry) {
        return entry;
      }
    } catch (IOException invalid) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "history file " + file + " is not JSON", invalid);
    }
    throw new EngineException(
        FailureClass.STATE_UNREADABLE, "history file " + file + " is no object");
  }

  private static ObjectNode document(Entry entry) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", entry.kind())
            .put("startTime", entry.start().getEpochSecond())
            .put("message", entry.message());
    node.putObject("environment");
    node.set("config", entry.configuration());
    node.put("version", 0)
        .put("result", entry.result())
        .put("endTime", entry.end().getEpochSecond());
    var changes = node.putObject("resourceChanges");
    new TreeMap<>(entry.resourceChanges()).forEach(changes::put);
    return node;
  }
}
