package dev.helium.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Who holds a lock, as its file says: in the CLI's words, and two of our own. */
final class LockOwner {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MAXIMUM_BYTES = 64 * 1024;
  private static final String FENCE = "fence";
  private static final String START = "processStart";

  private final JsonNode content;

  private LockOwner(JsonNode content) {
    this.content = content;
  }

  /** What this process writes into the file of its lock. */
  static byte[] self(Instant now, Fencing fencing) throws IOException {
    var self = ProcessHandle.current();
    var node =
        MAPPER
            .createObjectNode()
            .put("pid", self.pid())
            .put("username", System.getProperty("user.name"))
            .put("hostname", hostname())
            .put("timestamp", now.toString());
    self.info().startInstant().ifPresent(start -> node.put(START, start.toString()));
    fencing.fence().ifPresent(own -> node.put(FENCE, own.toString()));
    return MAPPER.writeValueAsBytes(node);
  }

  /** The owner a file names, empty when it is gone; one that names none is held by someone. */
  static Optional<LockOwner> read(Path file) throws IOException {
    try {
      var content = AtomicFiles.read(file, MAXIMUM_BYTES);
      return content.isEmpty()
          ? Optional.empty()
          : Optional.of(new LockOwner(MAPPER.readTree(content.get())));
    } catch (JsonProcessingException invalid) {
      throw new EngineException(
          FailureClass.LOCKED,
          "the stack is currently locked by " + file + ", which says not by whom",
          invalid);
    }
  }

  /** The number with which the lock was taken, empty for the CLI's. */
  Optional<Fence> fence() {
    return Fence.parse(content.path(FENCE).asText());
  }

  /** True when the process is provably gone. */
  boolean isDead() {
    if (!hostname().equals(content.path("hostname").asText())) {
      return false;
    }
    var process = ProcessHandle.of(content.path("pid").asLong());
    if (process.isEmpty() || !process.get().isAlive()) {
      return true;
    }
    var start = process.get().info().startInstant();
    if (start.isEmpty()) {
      return false;
    }
    var recorded = content.path(START).asText("");
    return recorded.isEmpty()
        ? isTakenBefore(start.get())
        : !recorded.equals(start.get().toString());
  }

  /** The refusal of everyone else. */
  EngineException refusal() {
    return new EngineException(
        FailureClass.LOCKED,
        "the stack is currently locked by "
            + content.path("username").asText()
            + "@"
            + content.path("hostname").asText()
            + " (pid "
            + content.path("pid").asText()
            + ") since "
            + content.path("timestamp").asText());
  }

  private boolean isTakenBefore(Instant start) {
    try {
      return OffsetDateTime.parse(content.path("timestamp").asText()).toInstant().isBefore(start);
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
