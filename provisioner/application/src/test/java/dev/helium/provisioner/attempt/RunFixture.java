package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.SecretMaterial;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Digest;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.FieldError;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Protection;
import dev.helium.domain.SealedContent;
import dev.helium.domain.Step;
import dev.helium.domain.Terms;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.Kubeconfig;
import dev.helium.engine.secret.SecretsVault;
import dev.helium.provisioner.metrics.EngineMeters;
import dev.helium.provisioner.upload.UploadStore;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.Sealing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs attempts as a provisioner does, with the embedded engine. */
final class RunFixture implements AutoCloseable {
  /** To derive a key takes longer than most runs. */
  static final SecretsVault VAULT = new SecretsVault();

  private final EmbeddedPulumiCommand engine;
  private final UploadStore uploads;
  private final Sealing sealing;
  private final Stacks stacks;
  private final BackendInputs inputs;
  private final PulumiRunner runner;
  private final Map<String, String> parameters = new HashMap<>();
  private Consumer<Step> progress = step -> {};
  private Tracing tracing = Tracing.off();

  /**
   * @param directory of the stacks, which several fixtures may have one after the other
   */
  RunFixture(Path directory, Path kubeconfig) throws IOException {
    this(
        directory, kubeconfig, OtherClusters.none(), BackendRegistry.standard(), Clock.systemUTC());
  }

  /**
   * @param clock looked at when secrets are made, which is before they are written down
   */
  RunFixture(
      Path directory,
      Path kubeconfig,
      OtherClusters clusters,
      BackendRegistry backends,
      InstantSource clock)
      throws IOException {
    engine =
        new EmbeddedPulumiCommand(
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig)), VAULT);
    uploads = new UploadStore(directory.resolve("uploads"));
    sealing = Sealing.open(directory.resolve("sealing.json"));
    stacks = Stacks.in(directory, "correct horse", kubeconfig, engine);
    inputs = new BackendInputs(backends, uploads, sealing, clusters);
    runner =
        new PulumiRunner(
            stacks,
            inputs,
            new StackConfiguration(stacks, inputs, SecretMaterial.of(new SecureRandom()), clock),
            new StrayNamespaces(kubeconfig, clusters),
            new MadeClusters(clusters),
            new EngineMeters(new SimpleMeterRegistry()));
  }

  /** Gives a field of the request, for all that is made from now on. */
  RunFixture with(String field, String value) {
    parameters.put(field, value);
    return this;
  }

  /** Makes it, or makes it as it is to be now; it lives for a day from then on. */
  AttemptReport apply(WorkspaceId id, int owner, Backend backend, String values, Instant now)
      throws IOException {
    return run(id, owner, backend, values, new Lifecycle.Provisioning(owner, 0, now, false), now);
  }

  /** One attempt, in the first life of a workspace. */
  AttemptReport run(
      WorkspaceId id, int owner, Backend backend, String values, Lifecycle lifecycle, Instant now)
      throws IOException {
    return run(id, 1, owner, backend, values, lifecycle, now);
  }

  /** One attempt. */
  AttemptReport run(
      WorkspaceId id,
      int incarnation,
      int owner,
      Backend backend,
      String values,
      Lifecycle lifecycle,
      Instant now)
      throws IOException {
    SealedContent sealed = sealing.seal(id, values.getBytes(StandardCharsets.UTF_8));
    uploads.keep(id, 1, sealed);
    Map<String, Digest> given = Map.of("valuesYaml", sealed.digest());
    Workspace workspace =
        new Workspace(
            id,
            incarnation,
            new WorkspaceSpec(backend.name(), parameters, given),
            "ada",
            now,
            now.plus(Duration.ofDays(1)),
            lifecycle,
            2,
            new CommandId("c"),
            2,
            List.of(),
            new Terms(Protection.NONE, Duration.ZERO, false, false));
    Job job = Job.dueFor(workspace, new TestOwner("partition-0:" + owner)).orElseThrow();
    try (AttemptTrace trace = AttemptTrace.begin(tracing, job)) {
      return runner.run(job, progress, trace);
    }
  }

  /** Tells spans of all that is run from now on. */
  RunFixture traced(Tracing told) {
    tracing = told;
    return this;
  }

  /** What is told of each resource, from now on. */
  RunFixture telling(Consumer<Step> told) {
    progress = told;
    return this;
  }

  /** Takes it away, in its first life. */
  AttemptReport destroy(WorkspaceId id, int owner, Backend backend, Instant now)
      throws IOException {
    return run(
        id,
        owner,
        backend,
        "",
        new Lifecycle.Destroying(owner, 0, now, new DeletionReason.Requested()),
        now);
  }

  /** What the inputs say to a request. */
  List<FieldError> check(WorkspaceId id, Backend backend) {
    return check(id, backend, "");
  }

  /** The same with values. */
  List<FieldError> check(WorkspaceId id, Backend backend, String values) {
    return inputs.check(
        new Command.Create(
            new CommandId("c"),
            id,
            "ada",
            backend.name(),
            parameters,
            values.isEmpty()
                ? Map.of()
                : Map.of("valuesYaml", sealing.seal(id, values.getBytes(StandardCharsets.UTF_8))),
            new ExpiryRequest.Unspecified()));
  }

  /** What the stack is run with by an owner, in clear. */
  Map<String, String> configuration(WorkspaceId id, int owner)
      throws AutomationException, IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stacks.OpenStack open = stacks.existing(id, "partition-0:" + owner)) {
      open.stack().getAllConfig().forEach((key, value) -> texts.put(key, value.value()));
    }
    return texts;
  }

  @Override
  public void close() {
    engine.close();
  }
}
