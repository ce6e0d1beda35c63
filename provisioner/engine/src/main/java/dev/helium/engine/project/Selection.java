package dev.helium.engine.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.AtomicFiles;
import dev.helium.engine.state.StackReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Which stack of a work directory is selected, in the file where the CLI keeps it. */
public final class Selection {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MAXIMUM_BYTES = 1024 * 1024;

  private final Path file;
  private final Project project;
  private final String backendUrl;

  /** The selection among the stacks of a state folder. */
  public Selection(Path pulumiHome, Project project, String backendUrl) {
    this.project = project;
    this.backendUrl = backendUrl;
    this.file =
        pulumiHome
            .resolve("workspaces")
            .resolve(project.name() + "-" + sha1(project.file().toString()) + "-workspace.json");
  }

  /** The selected stack. */
  public Optional<StackReference> read() {
    return settings()
        .map(this::selected)
        .filter(stack -> !stack.isEmpty())
        .map(stack -> StackReference.parse(stack, project.name()));
  }

  /** Selects a stack. */
  public void write(StackReference stack) {
    var settings = settings().orElseGet(MAPPER::createObjectNode);
    if (stack.qualified().equals(selected(settings))) {
      return;
    }
    // Newer CLIs keep one per state folder, older ones only one.
    settings.put("stack", stack.qualified());
    settings.withObject("/stacks").put(backendUrl, stack.qualified());
    try {
      AtomicFiles.write(file, MAPPER.writeValueAsBytes(settings));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the selected stack cannot be noted in " + file, failure);
    }
  }

  /** Forgets the selection if it is this stack. */
  public void forget(StackReference stack) {
    if (read().filter(stack::equals).isEmpty()) {
      return;
    }
    try {
      var settings = settings().orElseGet(MAPPER::createObjectNode);
      settings.remove("stack");
      settings.withObject("/stacks").remove(backendUrl);
      if (settings.path("stacks").isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        AtomicFiles.write(file, MAPPER.writeValueAsBytes(settings));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the selected stack stays noted in " + file, failure);
    }
  }

  private String selected(ObjectNode settings) {
    var ofFolder = settings.path("stacks").path(backendUrl).asText("");
    return ofFolder.isEmpty() ? settings.path("stack").asText("") : ofFolder;
  }

  private Optional<ObjectNode> settings() {
    try {
      var content = AtomicFiles.read(file, MAXIMUM_BYTES);
      return content.isEmpty()
          ? Optional.empty()
          : Optional.of(MAPPER.readValue(content.get(), ObjectNode.class));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "the selected stack cannot be read from " + file, failure);
    }
  }

  private static String sha1(String text) {
    try {
      // Not for security: it is the file name the CLI computes.
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-1", absent);
    }
  }
}
