package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.backends.Backend;
import dev.helium.backends.ProjectBackend;
import dev.helium.backends.PulumiProject;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Stacks.OpenStack;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Carries attempts out whose programs are projects in folders. Their stacks are opened and
 * configured as all are; the Pulumi command line runs them, in processes that see what they are to
 * see and nothing of this one. None of their resources is traced.
 */
final class ProjectRunner {
  private static final String SECRET = "[secret]";

  private final Stacks stacks;
  private final BackendInputs inputs;
  private final StackConfiguration configuration;

  ProjectRunner(Stacks stacks, BackendInputs inputs, StackConfiguration configuration) {
    this.stacks = stacks;
    this.inputs = inputs;
    this.configuration = configuration;
  }

  /** What the program says, but for what is secret. */
  Map<String, String> apply(
      Job job, ProjectBackend backend, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    Workspace workspace = job.workspace();
    Path folder = stacks.folders().own(workspace.id(), job.owner().fence());
    try (OpenStack open =
            stacks
                .apart(workspace.id())
                .open(workspace.id(), job.owner().fence(), backend.program());
        EngineTrace run = trace.engine("engine up")) {
      configuration.write(open.stack(), job);
      // Whoever died in the middle of a run has left its lock.
      stacks.take(open.stack(), job.owner().fence());
      PulumiProject project =
          backend.project(inputs.input(workspace.id(), workspace.spec()), folder);
      PulumiCommandLine pulumi =
          commandLine(workspace.id(), backend, open.stack(), folder, project.longest());
      if (project.dependencies()) {
        pulumi.install(project.directory());
      }
      if (workspace.lifecycle() instanceof Lifecycle.Provisioning making && making.afresh()) {
        pulumi.work(project.directory(), "refresh", step -> {});
      }
      pulumi.work(project.directory(), "up", progress);
      Map<String, String> outputs = new HashMap<>(said(pulumi.outputs(project.directory())));
      outputs.putAll(project.outputs());
      run.done();
      return outputs;
    }
  }

  /**
   * Works from the stack's state alone.
   *
   * @throws StackNotFoundException when there is none
   */
  void destroy(Job job, ProjectBackend backend, Consumer<Step> progress, AttemptTrace trace)
      throws AutomationException, IOException, ProjectRunException {
    WorkspaceId id = job.workspace().id();
    String fence = job.owner().fence();
    Path folder = stacks.folders().own(id, fence);
    if (!Files.exists(folder.resolve("Pulumi." + id.value() + ".yaml"))) {
      // It says the way to the cluster.
      boolean _ = stacks.folders().takeOver(id, fence);
    }
    // Before the span: that a stack was never made is no failure of a run.
    try (OpenStack open = stacks.apart(id).existing(id, fence);
        EngineTrace run = trace.engine("engine destroy")) {
      stacks.take(open.stack(), fence);
      Map<String, String> more =
          job.workspace().terms().clusterGone()
              ? Map.of("PULUMI_K8S_DELETE_UNREACHABLE", "true")
              : Map.of();
      commandLine(id, backend, open.stack(), folder, backend.processes().longest(), more)
          .work(folder, "destroy", progress);
      open.stack().workspace().removeStack(id.value());
      run.done();
    }
  }

  private PulumiCommandLine commandLine(
      WorkspaceId id, ProjectBackend backend, WorkspaceStack stack, Path folder, Duration longest)
      throws AutomationException, IOException {
    return commandLine(id, backend, stack, folder, longest, Map.of());
  }

  private PulumiCommandLine commandLine(
      WorkspaceId id,
      ProjectBackend backend,
      WorkspaceStack stack,
      Path folder,
      Duration longest,
      Map<String, String> more)
      throws AutomationException, IOException {
    Map<String, ConfigValue> config = stack.getAllConfig();
    Path home = Files.createDirectories(folder.resolve("home"));
    Map<String, String> environment = new HashMap<>(stacks.apart(id).processEnvironment());
    // Go would make its cache such that nobody can remove it.
    environment.put("GOFLAGS", "-modcacherw");
    environment.putAll(backend.processes().environment());
    environment.put("HOME", home.toString());
    environment.putAll(more);
    String kubeconfig =
        config.containsKey(Backend.KUBECONFIG) ? config.get(Backend.KUBECONFIG).value() : "";
    if (!kubeconfig.isEmpty()) {
      environment.put("KUBECONFIG", kept(home.resolve("kubeconfig"), kubeconfig).toString());
    }
    List<String> secrets =
        config.values().stream().filter(ConfigValue::isSecret).map(ConfigValue::value).toList();
    return new PulumiCommandLine(id.value(), environment, backend.processes(), secrets, longest);
  }

  /** For this user alone, before anything is in it. */
  private static Path kept(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    Path made =
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(made, content);
  }

  private static Map<String, String> said(String json) throws ProjectRunException {
    Map<String, String> outputs = new HashMap<>();
    try {
      // What is more than the command line's output can hold is more than can be published.
      new JsonObject(json)
          .forEach(
              output -> {
                Object value = output.getValue();
                if (value != null && !value.equals(SECRET)) {
                  outputs.put(output.getKey(), written(value));
                }
              });
      return outputs;
    } catch (DecodeException unreadable) {
      throw new ProjectRunException(
          new Failure(FailureKind.PROGRAM_FAILED, "the program has more outputs than can be read"));
    }
  }

  private static String written(Object value) {
    return value instanceof Map<?, ?> || value instanceof Iterable<?>
        ? Json.encode(value)
        : String.valueOf(value);
  }
}
