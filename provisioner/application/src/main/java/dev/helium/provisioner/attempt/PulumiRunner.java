package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpResult;
import dev.helium.backends.Backend;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.WorkspaceFacts;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.provisioner.attempt.Stacks.OpenStack;
import dev.helium.wire.UnreadableException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries attempts out with Pulumi: one stack a workspace, all in one project. */
final class PulumiRunner implements Runner {
  private static final Logger LOG = LoggerFactory.getLogger(PulumiRunner.class);

  private final Stacks stacks;
  private final BackendInputs inputs;
  private final StrayNamespaces strays;

  PulumiRunner(Stacks stacks, BackendInputs inputs, StrayNamespaces strays) {
    this.stacks = stacks;
    this.inputs = inputs;
    this.strays = strays;
  }

  @Override
  public AttemptReport run(Job job, Consumer<Step> progress) {
    try {
      return switch (job.direction()) {
        case APPLY -> apply(job, progress);
        case DESTROY -> destroy(job, progress);
      };
    } catch (AutomationException failure) {
      return failed(job, EngineFailures.failure(failure), failure.getClass());
    } catch (UnreadableException unreadable) {
      return failed(
          job,
          new Failure(FailureKind.PROGRAM_FAILED, unreadable.getMessage()),
          unreadable.getClass());
    } catch (KubernetesClientException failure) {
      return failed(
          job,
          new Failure(FailureKind.CLUSTER_UNREACHABLE, "what was left over could not be removed"),
          failure.getClass());
    } catch (IOException | RuntimeException unexpected) {
      return failed(
          job,
          new Failure(
              FailureKind.INTERNAL,
              "the attempt ended in a fault of Helium's own ("
                  + unexpected.getClass().getSimpleName()
                  + ")"),
          unexpected.getClass());
    }
  }

  private AttemptReport apply(Job job, Consumer<Step> progress)
      throws AutomationException, IOException {
    Workspace workspace = job.workspace();
    Backend backend = inputs.backend(workspace.spec());
    try (OpenStack open = stacks.open(workspace.id(), job.owner().fence(), backend.program())) {
      open.stack().setAllConfig(configuration(workspace));
      if (workspace.lifecycle() instanceof Lifecycle.Provisioning making && making.afresh()) {
        // The state is taken for what is there, so what somebody removed would not be made again.
        open.stack().refresh(RefreshOptions.builder().build());
      }
      UpResult result =
          open.stack().up(UpOptions.builder().onEvent(new ProgressEvents(progress)).build());
      Map<String, String> outputs = new HashMap<>();
      result
          .outputs()
          .forEach(
              (name, output) -> {
                if (!output.isSecret()) {
                  outputs.put(name, String.valueOf(output.value()));
                }
              });
      Map<String, String> published = new HashMap<>(backend.outputs(outputs));
      published.put("PulumiURL", stacks.address(workspace.id()));
      Optional<String> broken = OutputLimits.broken(published);
      return broken.isEmpty()
          ? new AttemptReport.Applied(job.attempt(), published)
          : failed(job, new Failure(FailureKind.PROGRAM_FAILED, broken.get()), OutputLimits.class);
    }
  }

  /** Works from the stack's state alone, so that it needs neither the program nor its input. */
  private AttemptReport destroy(Job job, Consumer<Step> progress)
      throws AutomationException, IOException {
    String name = job.workspace().id().value();
    try (OpenStack open = stacks.existing(job.workspace().id(), job.owner().fence())) {
      open.stack().destroy(DestroyOptions.builder().onEvent(new ProgressEvents(progress)).build());
      open.stack().workspace().removeStack(name);
    } catch (StackNotFoundException neverMade) {
      LOG.atDebug().addKeyValue("workspace", name).log("there is no stack to destroy");
    }
    stacks.forget(job.workspace().id());
    if (job.workspace().lifecycle() instanceof Lifecycle.Destroying destroying
        && destroying.reason() instanceof DeletionReason.Swept) {
      strays.remove(job.workspace());
    }
    return new AttemptReport.Destroyed(job.attempt());
  }

  private Map<String, ConfigValue> configuration(Workspace workspace) {
    Map<String, ConfigEntry> entries =
        new HashMap<>(
            new WorkspaceFacts(
                    workspace.id().value(),
                    workspace.incarnation(),
                    workspace.expiresAt().toString(),
                    workspace.createdBy(),
                    workspace.spec().backend())
                .config());
    entries.putAll(inputs.configuration(workspace));
    return Stacks.values(entries);
  }

  private static AttemptReport failed(Job job, Failure failure, Class<?> cause) {
    // The cause's own message may hold the engine's whole output, so only its type is logged.
    LOG.atWarn()
        .addKeyValue("workspace", job.workspace().id())
        .addKeyValue("attempt", job.attempt())
        .addKeyValue("kind", failure.kind())
        .addKeyValue("failure", failure.message())
        .addKeyValue("type", cause.getName())
        .log("an attempt failed");
    return new AttemptReport.Failed(job.attempt(), failure);
  }
}
