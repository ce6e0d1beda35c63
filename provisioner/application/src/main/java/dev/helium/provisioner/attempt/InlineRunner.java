package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.backends.Backend;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.provisioner.attempt.Stacks.OpenStack;
import dev.helium.provisioner.metrics.EngineMeters;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries attempts out whose programs are of this process. */
final class InlineRunner {
  private final Stacks stacks;
  private final StackConfiguration configuration;
  private final MadeClusters made;
  private final EngineMeters meters;

  InlineRunner(
      Stacks stacks, StackConfiguration configuration, MadeClusters made, EngineMeters meters) {
    this.stacks = stacks;
    this.configuration = configuration;
    this.made = made;
    this.meters = meters;
  }

  /** What the program says, but for what is secret. */
  Map<String, String> apply(Job job, Backend backend, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException {
    Workspace workspace = job.workspace();
    try (OpenStack open = stacks.open(workspace.id(), job.owner().fence(), backend.program())) {
      configuration.write(open.stack(), job);
      if (workspace.lifecycle() instanceof Lifecycle.Provisioning making && making.afresh()) {
        // The state is taken for what is there, so what somebody removed would not be made again.
        try (EngineTrace run = trace.engine("engine refresh")) {
          meters.measured(
              EngineMeters.Operation.REFRESH,
              run::measure,
              () -> open.stack().refresh(RefreshOptions.builder().build()));
          run.done();
        }
      }
      UpResult result = up(open, progress, trace);
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
      if (backend.makesCluster()) {
        published.putAll(cluster(open, job, result));
      }
      return published;
    }
  }

  private UpResult up(OpenStack open, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException {
    try (EngineTrace run = trace.engine("engine up")) {
      Consumer<EngineEvent> events = run.before(new ProgressEvents(progress, meters));
      UpResult result =
          meters.measured(
              EngineMeters.Operation.UP,
              run::measure,
              () -> open.stack().up(UpOptions.builder().onEvent(events).build()));
      run.done();
      return result;
    }
  }

  /** Tells the way to the cluster that was made, and what may be known of it. */
  private Map<String, String> cluster(OpenStack open, Job job, UpResult result)
      throws AutomationException, IOException {
    Optional<String> kubeconfig =
        Optional.ofNullable(result.outputs().get(Backend.CLUSTER))
            .map(output -> String.valueOf(output.value()));
    Map<String, String> known = made.tell(job, kubeconfig);
    try {
      stacks.take(open.stack(), job.owner().fence());
      return known;
    } catch (AutomationException lost) {
      // Whoever has the workspace now may have taken the cluster away before this was written.
      made.takeBack(job);
      throw lost;
    }
  }

  /**
   * Works from the stack's state alone.
   *
   * @throws StackNotFoundException when there is none
   */
  void destroy(Job job, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException {
    // Before the span: that a stack was never made is no failure of a run.
    try (OpenStack open = existing(job);
        EngineTrace run = trace.engine("engine destroy")) {
      Consumer<EngineEvent> events = run.before(new ProgressEvents(progress, meters));
      meters.measured(
          EngineMeters.Operation.DESTROY,
          run::measure,
          () -> open.stack().destroy(DestroyOptions.builder().onEvent(events).build()));
      open.stack().workspace().removeStack(job.workspace().id().value());
      run.done();
    }
  }

  private OpenStack existing(Job job) throws AutomationException, IOException {
    return job.workspace().terms().clusterGone()
        ? stacks.forgetting(job.workspace().id(), job.owner().fence())
        : stacks.existing(job.workspace().id(), job.owner().fence());
  }
}
