package dev.helium.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to change a stack, as a file the CLI also understands. A lock whose owner is provably
 * dead (a process of this host that is gone, or whose number another process has) is removed; every
 * other one is a refusal.
 */
public final class StackLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StackLock.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MAXIMUM_BYTES = 64 * 1024;

  private final Path file;

  private StackLock(Path file) {
    this.file = file;
  }

  /** Takes the lock or throws a {@link FailureClass#LOCKED} failure. */
  public static StackLock acquire(Path folder, InstantSource clock) {
    try {
      refuseIfHeld(folder, null);
      var lock = new StackLock(folder.resolve(UUID.randomUUID() + ".json"));
      AtomicFiles.write(lock.file, content(clock.instant()));
      try {
        // Two owners can both have seen no lock: whoever sees the other one now steps back.
        refuseIfHeld(folder, lock.file);
      } catch (EngineException held) {
        lock.close();
        throw held;
      }
      return lock;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the stack cannot be locked in " + folder, failure);
    }
  }

  /** Removes every lock in the folder, whoever holds it. */
  public static void removeAll(Path folder) {
    try {
      for (var file : lockFiles(folder)) {
        Files.deleteIfExists(file);
        CheckpointFile.deleteAttributes(file);
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "locks cannot be removed in " + folder, failure);
    }
  }

  /** True when anyone alive holds a lock in the folder. */
  public static boolean isHeld(Path folder) {
    try {
      refuseIfHeld(folder, null);
      return false;
    } catch (EngineException held) {
      return true;
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "locks cannot be read in " + folder, failure);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOG.atWarn().addKeyValue("file", file).setCause(failure).log("lock file stays behind");
    }
  }

  private static byte[] content(Instant now) throws IOException {
    var self = ProcessHandle.current();
    var node =
        MAPPER
            .createObjectNode()
            .put("pid", self.pid())
            .put("username", System.getProperty("user.name"))
            .put("hostname", hostname())
            .put("timestamp", now.toString());
    self.info().startInstant().ifPresent(start -> node.put("processStart", start.toString()));
    return MAPPER.writeValueAsBytes(node);
  }

  private static void refuseIfHeld(Path folder, Path own) throws IOException {
    for (var other : lockFiles(folder)) {
      if (other.equals(own)) {
        continue;
      }
      var owner = read(other);
      if (owner == null) {
        continue;
      }
      if (isDead(owner)) {
        LOG.atWarn().addKeyValue("file", other).log("lock of a dead process is taken over");
        Files.deleteIfExists(other);
        continue;
      }
      throw new EngineException(
          FailureClass.LOCKED,
          "the stack is currently locked by "
              + owner.path("username").asText()
              + "@"
              + owner.path("hostname").asText()
              + " (pid "
              + owner.path("pid").asText()
              + ") since "
              + owner.path("timestamp").asText());
    }
  }

  private static List<Path> lockFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(folder, "*.json")) {
      found.forEach(files::add);
    }
    return files;
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      var content = AtomicFiles.read(file, MAXIMUM_BYTES);
      return content.isEmpty() ? null : MAPPER.readTree(content.get());
    } catch (NoSuchFileException released) {
      return null;
    } catch (JsonProcessingException invalid) {
      // Whose it is cannot be known, so it counts as held.
      throw new EngineException(
          FailureClass.LOCKED,
          "the stack is currently locked by " + file + ", which says not by whom",
          invalid);
    }
  }

  private static boolean isDead(JsonNode owner) {
    if (!hostname().equals(owner.path("hostname").asText())) {
      return false;
    }
    var process = ProcessHandle.of(owner.path("pid").asLong());
    if (process.isEmpty() || !process.get().isAlive()) {
      return true;
    }
    var start = process.get().info().startInstant();
    if (start.isEmpty()) {
      return false;
    }
    var recorded = owner.path("processStart").asText("");
    return recorded.isEmpty()
        ? takenBefore(owner, start.get())
        : !recorded.equals(start.get().toString());
  }

  private static boolean takenBefore(JsonNode owner, Instant start) {
    try {
      return OffsetDateTime.parse(owner.path("timestamp").asText()).toInstant().isBefore(start);
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
