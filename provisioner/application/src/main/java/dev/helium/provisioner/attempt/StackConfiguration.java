package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Preparation;
import dev.helium.backends.PreparationException;
import dev.helium.backends.ProjectBackend;
import dev.helium.backends.SecretMaterial;
import dev.helium.backends.WorkspaceFacts;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes down what a stack is run with, before it is run: the facts of the workspace, its input,
 * and what was made once in this life of it, such as its secrets. Those are on the disk before the
 * first object is made, and go from owner to owner.
 */
final class StackConfiguration {
  private static final String INCARNATION = "helium:incarnation";

  private final Stacks stacks;
  private final BackendInputs inputs;
  private final SecretMaterial material;
  private final InstantSource clock;

  StackConfiguration(
      Stacks stacks, BackendInputs inputs, SecretMaterial material, InstantSource clock) {
    this.stacks = stacks;
    this.inputs = inputs;
    this.material = material;
    this.clock = clock;
  }

  /**
   * @throws PreparationException when the backend has nothing to run
   */
  void write(WorkspaceStack stack, Job job) throws AutomationException, IOException {
    Workspace workspace = job.workspace();
    Backend backend = inputs.backend(workspace.spec());
    BackendInput input = inputs.input(workspace.id(), workspace.spec());
    Map<String, ConfigEntry> entries = new HashMap<>(workspaceFacts(workspace).config());
    entries.putAll(inputs.configuration(workspace, input));
    Set<String> once = backend.madeOnce(input);
    Map<String, ConfigValue> kept = kept(stack, workspace);
    if (!kept.keySet().containsAll(once)) {
      kept = fromEarlierOwner(stack, job, once);
    } else if (kept.isEmpty() && stacks.folders().takeOver(workspace.id(), job.owner().fence())) {
      // What was made once is not wanted now, and may be again.
      kept = kept(stack, workspace);
    }
    if (!kept.keySet().containsAll(once)) {
      entries.putAll(backend.make(input, kept.keySet(), material, clock.instant()));
    }
    entries.putAll(prepared(stack, job, input, kept));
    stack.setAllConfig(Stacks.values(entries));
    if (backend instanceof ProjectBackend) {
      // Its keys are the requester's: what is not given any more is taken away.
      removeOthers(stack, entries.keySet());
    }
    stacks.folders().removeEarlier(workspace.id(), job.owner().fence());
  }

  private static void removeOthers(WorkspaceStack stack, Set<String> keys)
      throws AutomationException {
    List<String> others =
        stack.getAllConfig().keySet().stream().filter(key -> !keys.contains(key)).toList();
    if (!others.isEmpty()) {
      stack.removeAllConfig(others);
    }
  }

  private Map<String, ConfigEntry> prepared(
      WorkspaceStack stack, Job job, BackendInput input, Map<String, ConfigValue> kept)
      throws IOException {
    Workspace workspace = job.workspace();
    Path folder = stacks.folders().own(workspace.id(), job.owner().fence());
    Map<String, String> values = new HashMap<>();
    kept.forEach((key, value) -> values.put(key, value.value()));
    ClusterName cluster = ClusterName.of(workspace.spec());
    try (ApiServerConnection server =
        new ApiServerConnection(() -> inputs.cluster(cluster, stacks.kubeconfig()))) {
      return inputs
          .backend(workspace.spec())
          .prepare(
              new Preparation(
                  workspaceFacts(workspace),
                  input,
                  values,
                  () -> isFinished(stack),
                  server,
                  folder));
    }
  }

  /** The outputs are what a run writes at its end. */
  private static boolean isFinished(WorkspaceStack stack) {
    try {
      return !stack.getOutputs().isEmpty();
    } catch (AutomationException failure) {
      throw PreparationException.passing(
          PreparationException.Kind.BROKEN, "what was made before cannot be looked at", failure);
    }
  }

  /**
   * What an owner before this one has made, or what the last run to its end went by. The stack is
   * taken first: an owner that was only held up can make nothing any more of what it has not
   * written by now.
   */
  private Map<String, ConfigValue> fromEarlierOwner(WorkspaceStack stack, Job job, Set<String> once)
      throws AutomationException, IOException {
    Workspace workspace = job.workspace();
    String fence = job.owner().fence();
    stacks.take(stack, fence);
    if (stacks.folders().takeOver(workspace.id(), fence)) {
      Map<String, ConfigValue> taken = kept(stack, workspace);
      if (taken.keySet().containsAll(once)) {
        return taken;
      }
    }
    if (stack.getInfo().isPresent() && kept(stack, workspace).isEmpty()) {
      stack.refreshConfig();
    }
    return kept(stack, workspace);
  }

  /** What is there of this life of the workspace; nothing of an earlier one. */
  private static Map<String, ConfigValue> kept(WorkspaceStack stack, Workspace workspace)
      throws AutomationException {
    Map<String, ConfigValue> all = stack.getAllConfig();
    ConfigValue incarnation = all.get(INCARNATION);
    return incarnation != null
            && incarnation.value().equals(Integer.toString(workspace.incarnation()))
        ? all
        : Map.of();
  }

  private static WorkspaceFacts workspaceFacts(Workspace workspace) {
    return new WorkspaceFacts(
        workspace.id().value(),
        workspace.incarnation(),
        workspace.expiresAt().toString(),
        workspace.createdBy(),
        workspace.spec().backend());
  }
}
