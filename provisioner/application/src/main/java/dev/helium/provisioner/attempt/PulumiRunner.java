package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.StackNotFoundException;
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
  private final StrayNamespaces strays;
  private final MadeClusters made;
  private final InlineRunner inline;
  private final ProjectRunner projects;
  private final NamespaceClaim namespaces;

  PulumiRunner(
      Stacks stacks,
      BackendInputs inputs,
      StackConfiguration configuration,
      StrayNamespaces strays,
      MadeClusters made,
      EngineMeters meters) {
    this.stacks = stacks;
    this.inputs = inputs;
    this.strays = strays;
    this.made = made;
    this.inline = new InlineRunner(stacks, configuration, made, meters);
    this.projects = new ProjectRunner(stacks, inputs, configuration);
    this.namespaces = new NamespaceClaim(cluster -> inputs.cluster(cluster, stacks.kubeconfig()));
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
                ? backend.outputs(projects.apply(job, project, progress, trace))
                : inline.apply(job, backend, progress, trace));
    if (backend instanceof ProjectBackend) {
      namespaces.check(workspace, published);
    }
    published.put("PulumiURL", stacks.address(workspace.id()));
    Optional<String> broken = OutputLimits.broken(published);
    return broken.isEmpty()
        ? new AttemptReport.Applied(job.attempt(), published)
        : failed(job, new Failure(FailureKind.PROGRAM_FAILED, broken.get()), OutputLimits.class);
  }

  /** Works from the stack's state alone, so that it needs neither the program nor its input. */
  private AttemptReport destroy(Job job, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    made.forget(job.workspace().id());
    try {
      Optional<ProjectBackend> project = inputs.projects(job.workspace().spec());
      if (project.isPresent()) {
        projects.destroy(job, project.get(), progress, trace);
      } else {
        inline.destroy(job, progress, trace);
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
