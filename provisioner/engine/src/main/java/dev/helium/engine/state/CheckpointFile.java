package dev.helium.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file that holds a stack: a version, the stack's name and its latest deployment document. What
 * it held before each write stays beside it as a backup. A file that cannot be understood is
 * refused with its path and is never changed.
 */
public final class CheckpointFile {
  private static final long MAXIMUM_BYTES = 256L * 1024 * 1024;

  private final Path plain;
  private final StateSettings settings;
  private final FileChanges changes;

  public CheckpointFile(Path path) {
    this(path, StateSettings.DEFAULT, new DirectChanges());
  }

  CheckpointFile(Path plain, StateSettings settings, FileChanges changes) {
    this.plain = plain;
    this.settings = settings;
    this.changes = changes;
  }

  /** The file that counts: the newest of its forms, or where a new one will be. */
  public Path path() {
    return CheckpointForms.newest(plain).orElse(plain);
  }

  /** True when there is such a stack. */
  public boolean exists() {
    return CheckpointForms.newest(plain).isPresent();
  }

  /**
   * The deployment document, an empty object for a stack never updated, empty when there is no such
   * stack.
   */
  public Optional<JsonNode> read() {
    return document()
        .map(document -> document.path("checkpoint").path("latest"))
        .map(latest -> latest.isObject() ? latest : JsonNodeFactory.instance.objectNode());
  }

  /**
   * The version and, under {@code deployment}, the document as it is in the file; null for a stack
   * never updated.
   */
  public Optional<ObjectNode> export() {
    return document().map(CheckpointFile::exported);
  }

  /** Reads a document of this file; what turns out to be wrong with it becomes a refusal. */
  public <T> T understand(JsonNode document, Function<JsonNode, T> reading) {
    try {
      return reading.apply(document);
    } catch (IllegalArgumentException foreign) {
      throw unreadable(foreign.getMessage(), foreign);
    } catch (EngineException foreign) {
      throw unreadable(foreign.failure().message(), foreign);
    }
  }

  /** Replaces the file. */
  public void write(StackReference stack, ObjectNode deployment) {
    var document = DocumentVersion.of(deployment);
    document.putObject("checkpoint").put("stack", stack.qualified()).set("latest", deployment);
    try {
      CheckpointForms.write(
          plain, JsonText.compact(document), settings, changes, () -> time(deployment));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the state file cannot be written: " + plain, failure);
    }
  }

  /** Removes the file; a backup of it stays when backups are wanted. */
  public void remove() throws IOException {
    if (settings.backups()) {
      removeKeepingBackup();
      return;
    }
    var file = path();
    changes.remove(file);
    changes.remove(backup(file));
    changes.remove(attributes(file));
  }

  /** Removes the file; a backup of it stays. */
  public void removeKeepingBackup() {
    var file = path();
    try {
      changes.copy(file, backup(file));
      changes.remove(file);
      changes.remove(attributes(file));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the state file cannot be removed: " + file, failure);
    }
  }

  private static Path backup(Path file) {
    return file.resolveSibling(file.getFileName() + StackFiles.BACKUP);
  }

  /** A refusal to use the file, which stays as it is. */
  public EngineException unreadable(String reason, Throwable cause) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE, "state file " + path() + ": " + reason, cause);
  }

  /** Where the CLI's storage library notes a digest of a file; an old one must not stay. */
  static Path attributes(Path file) {
    return file.resolveSibling(file.getFileName() + ".attrs");
  }

  private Optional<JsonNode> document() {
    var file = CheckpointForms.newest(plain);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      var content = CheckpointForms.read(file.get(), MAXIMUM_BYTES);
      return content.map(bytes -> checked(parse(bytes)));
    } catch (IOException failure) {
      throw unreadable("it cannot be read: " + failure.getMessage(), failure);
    }
  }

  private JsonNode parse(byte[] content) {
    try {
      return JsonText.read(content);
    } catch (JsonProcessingException invalid) {
      invalid.clearLocation();
      throw unreadable("it is truncated or not JSON", invalid);
    } catch (IOException failure) {
      throw unreadable("it cannot be read", failure);
    }
  }

  private JsonNode checked(JsonNode document) {
    return understand(
        document,
        node -> {
          if (!node.path("checkpoint").path("stack").isTextual()) {
            throw new IllegalArgumentException("it is not a checkpoint");
          }
          if (!isNew(node)) {
            DocumentVersion.require(node);
          }
          var latest = node.path("checkpoint").path("latest");
          if (!latest.isObject() && !latest.isNull() && !latest.isMissingNode()) {
            throw new IllegalArgumentException("its latest deployment is no object");
          }
          return node;
        });
  }

  /** What the CLI leaves when it dies while it makes a stack. */
  private static boolean isNew(JsonNode document) {
    return document.path("version").asInt(-1) == 0
        && !document.has("latest")
        && document.path("checkpoint").path("latest").isMissingNode();
  }

  private static Instant time(JsonNode deployment) {
    var time = new DocumentFields(deployment.path("manifest"), "the manifest").time("time");
    return time == null ? Instant.EPOCH : time;
  }

  private static ObjectNode exported(JsonNode document) {
    var latest = document.path("checkpoint").path("latest");
    var exported = JsonNodeFactory.instance.objectNode();
    exported.set("version", document.path("version"));
    if (document.has("features")) {
      exported.set("features", document.path("features"));
    }
    return exported.set(
        "deployment", latest.isObject() ? latest : JsonNodeFactory.instance.nullNode());
  }
}
