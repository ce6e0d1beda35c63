package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.backends.Backend;
import dev.helium.backends.PreparationException;
import dev.helium.backends.ProjectBackend;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.provisioner.attempt.Stacks.OpenStack;
import dev.helium.provisioner.metrics.EngineMeters;
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
  private final StackConfiguration configuration;
  private final StrayNamespaces strays;
  private final MadeClusters made;
  private final ProjectRunner projects;
  private final NamespaceClaim namespaces;
  private final EngineMeters meters;

  PulumiRunner(
      Stacks stacks,
      BackendInputs inputs,
      StackConfiguration configuration,
      StrayNamespaces strays,
      MadeClusters made,
      EngineMeters meters) {
    this.stacks = stacks;
    this.inputs = inputs;
    this.configuration = configuration;
    this.strays = strays;
    this.made = made;
    this.projects = new ProjectRunner(stacks, inputs, configuration);
    this.namespaces = new NamespaceClaim(cluster -> inputs.cluster(cluster, stacks.kubeconfig()));
    this.meters = meters;
  }

  @Override
  public AttemptReport run(Job job, Consumer<Step> progress, AttemptTrace trace) {
    try {
      return switch (job.direction()) {
        case APPLY -> apply(job, progress, trace);
        case DESTROY -> destroy(job, progress, trace);
      };
    } catch (AutomationException failure) {
      return failed(job, EngineFailures.failure(failure), failure.getClass());
    } catch (ProjectRunException failure) {
      return failed(job, failure.failure(), failure.getClass());
    } catch (PreparationException unprepared) {
      return failed(
          job,
          new Failure(EngineFailures.kind(unprepared.kind()), unprepared.getMessage()),
          unprepared.getClass());
    } catch (UnreadableException unreadable) {
      return failed(
          job,
          new Failure(FailureKind.PROGRAM_FAILED, unreadable.getMessage()),
          unreadable.getClass());
    } catch (UnusableClusterException unusable) {
      return failed(job, unusable.failure(), unusable.getClass());
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

  private AttemptReport apply(Job job, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    Workspace workspace = job.workspace();
    Backend backend = inputs.backend(workspace.spec());
    Map<String, String> published =
        new HashMap<>(
            backend instanceof ProjectBackend project
                ? backend.outputs(inAProcess(job, project, progress, trace))
                : inline(job, backend, progress, trace));
    if (backend instanceof ProjectBackend) {
      namespaces.check(workspace, published);
    }
    published.put("PulumiURL", stacks.address(workspace.id()));
    Optional<String> broken = OutputLimits.broken(published);
    return broken.isEmpty()
        ? new AttemptReport.Applied(job.attempt(), published)
        : failed(job, new Failure(FailureKind.PROGRAM_FAILED, broken.get()), OutputLimits.class);
  }

  /** A program of somebody else, of which no resource is traced. */
  private Map<String, String> inAProcess(
      Job job, ProjectBackend backend, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    try (EngineTrace run = trace.engine("engine up")) {
      Map<String, String> outputs = projects.apply(job, backend, progress);
      run.done();
      return outputs;
    }
  }

  /** A program of this process. */
  private Map<String, String> inline(
      Job job, Backend backend, Consumer<Step> progress, AttemptTrace trace)
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

  /** Works from the stack's state alone, so that it needs neither the program nor its input. */
  private AttemptReport destroy(Job job, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    made.forget(job.workspace().id());
    try {
      Optional<ProjectBackend> project = inputs.projects(job.workspace().spec());
      if (project.isPresent()) {
        destroyInAProcess(job, project.get(), progress, trace);
      } else {
        destroyInline(job, progress, trace);
      }
    } catch (StackNotFoundException neverMade) {
      LOG.atDebug()
          .addKeyValue("workspace", job.workspace().id())
          .log("there is no stack to destroy");
    }
    stacks.forget(job.workspace().id());
    if (job.workspace().lifecycle() instanceof Lifecycle.Destroying destroying
        && destroying.reason() instanceof DeletionReason.Swept
        && !job.workspace().terms().clusterGone()) {
      strays.remove(job.workspace());
    }
    return new AttemptReport.Destroyed(job.attempt());
  }

  private void destroyInAProcess(
      Job job, ProjectBackend project, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    try (EngineTrace run = trace.engine("engine destroy")) {
      projects.destroy(job, project, progress);
      run.done();
    }
  }

  private void destroyInline(Job job, Consumer<Step> progress, AttemptTrace trace)
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
