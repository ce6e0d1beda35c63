package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of a stack, in a file of their own that exists only while there are tags. */
public final class StackTags {
  private static final int VERSION = 1;
  private static final long MAXIMUM_BYTES = 4L * 1024 * 1024;

  private final Path file;
  private final FileChanges changes;

  StackTags(Path file, FileChanges changes) {
    this.file = file;
    this.changes = changes;
  }

  /** The tags by name. */
  public SortedMap<String, String> read() {
    try {
      var content = AtomicFiles.read(file, MAXIMUM_BYTES);
      return content.isEmpty() ? new TreeMap<>() : parse(content.get());
    } catch (IOException | IllegalArgumentException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "tag file " + file + " cannot be read", failure);
    }
  }

  /** Replaces all tags. */
  public void write(SortedMap<String, String> tags) {
    try {
      if (tags.isEmpty()) {
        remove();
        return;
      }
      var document = JsonNodeFactory.instance.objectNode().put("version", VERSION);
      var node = document.putObject("tags");
      tags.forEach(node::put);
      changes.write(file, JsonText.compact(document));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "tag file " + file + " cannot be written", failure);
    }
  }

  /** Makes them another stack's. */
  public void moveTo(StackTags other) {
    var tags = read();
    other.write(tags);
    write(new TreeMap<>());
  }

  void remove() throws IOException {
    changes.remove(file);
    changes.remove(CheckpointFile.attributes(file));
  }

  private static SortedMap<String, String> parse(byte[] content) throws IOException {
    var document = new DocumentFields(JsonText.read(content), "the document");
    if (!document.rest(Set.of()).path("version").equals(version())) {
      throw new IllegalArgumentException("it has another version");
    }
    var tags = new TreeMap<String, String>();
    document
        .object("tags")
        .properties()
        .forEach(
            tag -> {
              if (!tag.getValue().isTextual()) {
                throw new IllegalArgumentException("a tag is no text");
              }
              tags.put(tag.getKey(), tag.getValue().textValue());
            });
    return tags;
  }

  private static JsonNode version() {
    return JsonNodeFactory.instance.numberNode(VERSION);
  }
}
