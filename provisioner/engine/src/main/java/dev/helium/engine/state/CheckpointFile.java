package dev.helium.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that holds a stack: a version, the stack's name and its latest deployment document. */
public final class CheckpointFile {
  private static final long MAXIMUM_BYTES = 256L * 1024 * 1024;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path path;

  public CheckpointFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /**
   * The deployment document, an empty object for a stack never updated, empty when there is no such
   * stack.
   */
  public Optional<JsonNode> read() {
    byte[] content;
    try {
      var found = AtomicFiles.read(path, MAXIMUM_BYTES);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      content = found.get();
    } catch (IOException failure) {
      throw unreadable("it cannot be read", failure);
    }
    return Optional.of(latest(parse(content)));
  }

  /** Replaces the file. */
  public void write(StackReference stack, ObjectNode deployment) {
    var document = JsonNodeFactory.instance.objectNode().put("version", DeploymentJson.VERSION);
    document.putObject("checkpoint").put("stack", stack.qualified()).set("latest", deployment);
    try {
      AtomicFiles.write(path, MAPPER.writeValueAsBytes(document));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the state file cannot be written: " + path, failure);
    }
  }

  /** A refusal to use the file, which stays as it is. */
  public EngineException unreadable(String reason, Throwable cause) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE, "state file " + path + ": " + reason, cause);
  }

  private JsonNode parse(byte[] content) {
    try {
      return MAPPER.readTree(content);
    } catch (JsonProcessingException invalid) {
      throw unreadable("it is truncated or not JSON", invalid);
    } catch (IOException failure) {
      throw unreadable("it cannot be read", failure);
    }
  }

  private JsonNode latest(JsonNode document) {
    var checkpoint = document.path("checkpoint");
    if (!document.path("version").isInt() || !checkpoint.isObject()) {
      throw unreadable("it is not a checkpoint", null);
    }
    var version = document.path("version").intValue();
    if (version != DeploymentJson.VERSION) {
      throw unreadable(
          "it has version " + version + ", this engine knows " + DeploymentJson.VERSION, null);
    }
    var latest = checkpoint.path("latest");
    return latest.isObject() ? latest : JsonNodeFactory.instance.objectNode();
  }
}
