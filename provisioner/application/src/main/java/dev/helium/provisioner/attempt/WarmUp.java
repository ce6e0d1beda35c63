package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.PreviewOptions;
import dev.helium.backends.Backend;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.WorkspaceFacts;
import dev.helium.backends.process.Folders;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Stacks.OpenStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what a program would make before anybody waits for one. The first run of a process takes
 * seconds, nearly all of it loading classes and deriving the key of the stacks' secrets; without
 * this, those who wait for work to be taken over from a dead process wait for that too.
 */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** Of a workspace that there never is: the API server is only asked what it would do. */
  private static final WorkspaceId NOBODY = new WorkspaceId("helium-warm-up");

  private static final String FENCE = "warm-up:1";

  private final Path directory;
  private final Stacks stacks;
  private final Backend backend;

  /**
   * @param directory of nothing else; removed afterwards
   * @param stacks below it, with the passphrase and engine of the real ones
   */
  public WarmUp(Path directory, Stacks stacks, Backend backend) {
    this.directory = directory;
    this.stacks = stacks;
    this.backend = backend;
  }

  /** Blocks for some seconds. False when it could not be done, which concerns nobody else. */
  public boolean run() {
    try {
      look();
      return true;
    } catch (AutomationException | IOException | RuntimeException failure) {
      // Its message may hold the engine's whole output.
      LOG.atInfo()
          .addKeyValue("type", failure.getClass().getName())
          .log("the first program will be slow: warming up failed");
      return false;
    } finally {
      tidyUp();
    }
  }

  private void tidyUp() {
    try {
      Folders.remove(directory);
    } catch (IOException failure) {
      LOG.atInfo().addKeyValue("directory", directory).setCause(failure).log("stays behind");
    }
  }

  private void look() throws AutomationException, IOException {
    try (OpenStack open = stacks.open(NOBODY, FENCE, backend.program())) {
      open.stack().setAllConfig(configuration());
      var changes = open.stack().preview(PreviewOptions.builder().build()).changeSummary();
      LOG.atInfo().addKeyValue("changes", changes).log("programs are warm");
    }
  }

  private Map<String, ConfigValue> configuration() {
    Map<String, ConfigEntry> entries =
        new HashMap<>(
            new WorkspaceFacts(
                    NOBODY.value(), 1, Instant.EPOCH.toString(), "helium", backend.name())
                .config());
    // A secret, so that their key is derived.
    entries.put("helium:warm-up", new ConfigEntry("yes", true));
    return Stacks.values(entries);
  }
}
