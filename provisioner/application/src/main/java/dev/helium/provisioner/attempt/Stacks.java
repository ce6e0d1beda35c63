package dev.helium.provisioner.attempt;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.backends.ConfigEntry;
import dev.helium.domain.WorkspaceId;
import dev.helium.engine.EmbeddedPulumiCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The stacks of all workspaces: where their state is and what they are run with. Each has a working
 * folder of its own, because the SDK runs whatever stack is selected in the folder.
 */
public final class Stacks {
  private static final String PROJECT = "helium";
  private static final String OWNER = "helium:owner";
  private static final String PASSPHRASE = "PULUMI_CONFIG_PASSPHRASE";
  private static final String KUBECONFIG = "KUBECONFIG";
  private static final String DIGEST = "HmacSHA256";

  private final Path state;
  private final WorkingFolders folders;
  private final PulumiCommand engine;
  private final Map<String, String> environment;

  /**
   * The stacks below a folder, which is made when missing.
   *
   * @param passphrase that the secrets in the state are encrypted with
   * @param engine to run them with
   */
  public static Stacks in(Path directory, String passphrase, Path kubeconfig, PulumiCommand engine)
      throws IOException {
    Path state = Files.createDirectories(directory.resolve("state"));
    return new Stacks(
        state,
        new WorkingFolders(Files.createDirectories(directory.resolve("work"))),
        engine,
        Map.of(
            "PULUMI_BACKEND_URL",
            state.toUri().toString(),
            PASSPHRASE,
            passphrase,
            "PULUMI_SKIP_UPDATE_CHECK",
            "true",
            // Workspaces come and go; a copy of each would stay behind for ever.
            "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS",
            "true",
            // They keep their names when they change, so that pods find them at any time.
            "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE",
            "true",
            KUBECONFIG,
            kubeconfig.toString()));
  }

  private Stacks(
      Path state, WorkingFolders folders, PulumiCommand engine, Map<String, String> environment) {
    this.state = state;
    this.folders = folders;
    this.engine = engine;
    this.environment = environment;
  }

  /**
   * The same stacks for a workspace whose program sees what it is run with: with a passphrase of
   * its own, which opens nobody else's secrets.
   */
  Stacks apart(WorkspaceId workspace) {
    Map<String, String> own = new HashMap<>(environment);
    own.computeIfPresent(PASSPHRASE, (name, passphrase) -> derived(passphrase, workspace));
    return new Stacks(state, folders, engine, Map.copyOf(own));
  }

  /** What a process needs to work on a stack; nothing of a cluster. */
  Map<String, String> processEnvironment() {
    Map<String, String> own = new HashMap<>(environment);
    own.remove(KUBECONFIG);
    // Plugins are there once for all.
    own.put("PULUMI_HOME", state.resolveSibling("pulumi").toString());
    return own;
  }

  private static String derived(String passphrase, WorkspaceId workspace) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(new SecretKeySpec(passphrase.getBytes(StandardCharsets.UTF_8), DIGEST));
      byte[] words = ("stack " + workspace.value()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(words));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + DIGEST, impossible);
    }
  }

  /**
   * The stack of a workspace, made when there is none.
   *
   * @param fence of the workspace's owner: every earlier one can change the stack no more
   */
  OpenStack open(WorkspaceId workspace, String fence, Consumer<Context> program)
      throws AutomationException, IOException {
    return new OpenStack(
        LocalWorkspace.createOrSelectStack(
            PROJECT, workspace.value(), program, options(workspace, fence, Map.of())));
  }

  /**
   * The stack of a workspace for work on its state alone.
   *
   * @throws com.pulumi.automation.StackNotFoundException when there is none
   */
  OpenStack existing(WorkspaceId workspace, String fence) throws AutomationException, IOException {
    return existing(workspace, options(workspace, fence, Map.of()));
  }

  /**
   * The same, where what is in a cluster that does not answer is forgotten when it is to be
   * destroyed.
   *
   * @throws com.pulumi.automation.StackNotFoundException when there is none
   */
  OpenStack forgetting(WorkspaceId workspace, String fence)
      throws AutomationException, IOException {
    return existing(
        workspace, options(workspace, fence, Map.of("PULUMI_K8S_DELETE_UNREACHABLE", "true")));
  }

  private static OpenStack existing(WorkspaceId workspace, LocalWorkspaceOptions options)
      throws AutomationException {
    return new OpenStack(
        LocalWorkspace.selectStack(PROJECT, workspace.value(), ignored -> {}, options));
  }

  /** Where a person finds the state of the workspace's stack. */
  String address(WorkspaceId workspace) {
    return state
        .resolve(".pulumi/stacks")
        .resolve(PROJECT)
        .resolve(workspace.value() + ".json")
        .toUri()
        .toString();
  }

  /**
   * Makes the owner of the fence the one that every earlier one is refused for, from now on and not
   * only from its first run on. The engine {@code pulumi} knows no fence.
   */
  void take(WorkspaceStack stack, String fence) throws AutomationException {
    if (engine instanceof EmbeddedPulumiCommand) {
      // Whatever is written under the fence does it.
      stack.workspace().setTag(stack.name(), OWNER, fence);
    }
  }

  /** Of the default cluster. */
  Path kubeconfig() {
    return Path.of(environment.get(KUBECONFIG));
  }

  /** The folders that they are worked on in. */
  WorkingFolders folders() {
    return folders;
  }

  /** Removes the working folders; the state is the engine's to remove. */
  void forget(WorkspaceId workspace) throws IOException {
    folders.forget(workspace);
  }

  /** Entries of a configuration as a stack takes them. */
  static Map<String, ConfigValue> values(Map<String, ConfigEntry> entries) {
    Map<String, ConfigValue> values = new HashMap<>();
    entries.forEach(
        (key, entry) -> values.put(key, new ConfigValue(entry.value(), entry.secret())));
    return values;
  }

  private LocalWorkspaceOptions options(
      WorkspaceId workspace, String fence, Map<String, String> more) throws IOException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(more);
    variables.put("PULUMI_EMBEDDED_FENCE", fence);
    return LocalWorkspaceOptions.builder()
        .pulumiCommand(engine)
        .workDir(folders.own(workspace, fence))
        .environmentVariables(variables)
        .build();
  }

  /** A stack that closes without a checked exception of every kind. */
  record OpenStack(WorkspaceStack stack) implements AutoCloseable {
    @Override
    public void close() {
      try {
        stack.close();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (Exception failure) {
        throw new IllegalStateException("a stack could not be closed", failure);
      }
    }
  }
}
