package dev.helium.engine.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A state folder whose stack {@code one} changes hands. */
final class Locks {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static final StackReference STACK = new StackReference("test", "one");

  /** Whether the process that holds a lock is there. */
  enum Life {
    ALIVE,
    DEAD,
    ELSEWHERE
  }

  private final Path root;

  Locks(Path root) {
    this.root = root;
  }

  /** The state folder as a run with this fence sees it; none without. */
  StateFolder state(String fence) {
    return StateFolder.open("file://" + root, Path.of(""), StateSettings.DEFAULT, fencing(fence));
  }

  StackLock lock(String fence) {
    return lock(fence, InstantSource.system());
  }

  StackLock lock(String fence, InstantSource clock) {
    return state(fence).lock(STACK, clock);
  }

  Path folder() {
    return state("").locks(STACK);
  }

  static Fencing fencing(String fence) {
    return fence.isEmpty() ? Fencing.none() : Fencing.of(Map.of(Fencing.VARIABLE, fence));
  }

  /** A deployment document that is known by a word. */
  static ObjectNode document(String word) {
    var document = MAPPER.createObjectNode().put("word", word);
    document.putObject("manifest");
    return document;
  }

  /** Puts a lock there as another process does; the CLI's has neither fence nor folder. */
  Path put(String fence, Life life) throws Exception {
    var self = LockOwner.self(InstantSource.system().instant(), fencing(fence));
    var owner = (ObjectNode) MAPPER.readTree(self);
    switch (life) {
      case ALIVE -> {}
      case DEAD -> {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        owner.put("pid", process.pid());
      }
      case ELSEWHERE -> owner.put("hostname", "another-host");
    }
    var file = Files.createDirectories(folder()).resolve(UUID.randomUUID() + ".json");
    MAPPER.writeValue(file.toFile(), owner);
    if (!fence.isEmpty()) {
      Files.writeString(
          LockFolder.make(file, Fence.parse(fence).orElseThrow()).next(), "half a state");
    }
    return file;
  }

  /** What is in the folder of the locks. */
  List<Path> files() throws IOException {
    try (var files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }

  /** Everything in the state folder: names, and what is in files. */
  Map<String, String> tree() throws IOException {
    var tree = new TreeMap<String, String>();
    try (var all = Files.walk(root)) {
      for (var path : all.toList()) {
        var name = root.relativize(path).toString();
        tree.put(name, Files.isDirectory(path) ? "" : Files.readString(path));
      }
    }
    return tree;
  }

  /** Why something fails; null when it does not. */
  static FailureClass failureOf(Attempt attempt) throws IOException {
    try {
      attempt.run();
      return null;
    } catch (EngineException failure) {
      return failure.failure().failureClass();
    }
  }

  /** Something that may fail. */
  interface Attempt {
    void run() throws IOException;
  }
}
