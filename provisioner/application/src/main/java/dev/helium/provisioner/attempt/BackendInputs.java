package dev.helium.provisioner.attempt;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.ProjectBackend;
import dev.helium.backends.UnknownBackendException;
import dev.helium.backends.Validated;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.FieldError;
import dev.helium.domain.SealedContent;
import dev.helium.domain.SpecCheck;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.provisioner.upload.UploadStore;
import dev.helium.wire.Sealing;
import dev.helium.wire.UnreadableException;
import io.fabric8.kubernetes.client.Config;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What backends are given: checked when a request comes in, and again made for each attempt. */
public final class BackendInputs implements SpecCheck {
  private static final String VALUES = "valuesYaml";
  private static final String INFRASTRUCTURE = "infraJson";
  private static final String ARCHIVE = "chart";
  private static final String CLUSTER = "clusterStack";
  private static final String KUBECONFIG = VALUES + ".kubeconfig";

  private final BackendRegistry backends;
  private final UploadStore uploads;
  private final Sealing sealing;
  private final OtherClusters clusters;

  public BackendInputs(
      BackendRegistry backends, UploadStore uploads, Sealing sealing, OtherClusters clusters) {
    this.backends = backends;
    this.uploads = uploads;
    this.sealing = sealing;
    this.clusters = clusters;
  }

  @Override
  public List<FieldError> check(Command.Create create) {
    WorkspaceSpec asked = new WorkspaceSpec(create.backend(), create.parameters(), Map.of());
    return check(create.workspace(), asked, create.uploads().keySet(), () -> input(create));
  }

  @Override
  public List<FieldError> checkRecord(WorkspaceId workspace, WorkspaceSpec specification) {
    List<FieldError> lacking =
        specification.uploads().entrySet().stream()
            .filter(upload -> uploads.find(workspace, upload.getValue()).isEmpty())
            .map(upload -> new FieldError(upload.getKey(), "is no longer kept"))
            .toList();
    return lacking.isEmpty()
        ? check(
            workspace,
            specification,
            specification.uploads().keySet(),
            () -> input(workspace, specification))
        : lacking;
  }

  /** The backend whose programs are projects, where it is one. */
  Optional<ProjectBackend> projects(WorkspaceSpec spec) {
    return backends.all().stream()
        .filter(backend -> backend.name().equals(spec.backend()))
        .filter(ProjectBackend.class::isInstance)
        .map(ProjectBackend.class::cast)
        .findFirst();
  }

  Backend backend(WorkspaceSpec spec) {
    return backends.require(spec.backend());
  }

  /**
   * The stack configuration that the workspace's program needs beyond the workspace's facts.
   *
   * @param input what the workspace's backend is given
   */
  Map<String, ConfigEntry> configuration(Workspace workspace, BackendInput input) {
    return switch (backend(workspace.spec()).validate(input)) {
      case Validated.Accepted accepted -> {
        Map<String, ConfigEntry> entries = new HashMap<>(accepted.config());
        ClusterName cluster = ClusterName.of(workspace.spec());
        // Empty when it lives in the default cluster, whatever an earlier input said.
        entries.put(
            Backend.KUBECONFIG,
            cluster.isDefault()
                ? new ConfigEntry("", false)
                : new ConfigEntry(clusters.require(cluster).content(), true));
        yield entries;
      }
      case Validated.Rejected rejected ->
          throw new UnreadableException("the backend no longer takes it: " + rejected.problems());
    };
  }

  /**
   * The way to a cluster.
   *
   * @param kubeconfig of the default one
   */
  Config cluster(ClusterName name, Path kubeconfig) {
    return name.isDefault()
        ? Config.fromKubeconfig(kubeconfig.toFile())
        : clusters.require(name).read();
  }

  /** What a request gives its backend. */
  BackendInput input(Command.Create create) {
    return new BackendInput(
        own(create.parameters()),
        text(create.workspace(), create.uploads().get(VALUES)),
        text(create.workspace(), create.uploads().get(INFRASTRUCTURE)),
        bytes(create.workspace(), create.uploads().get(ARCHIVE)));
  }

  /** What a workspace's backend is given, from what is kept. */
  BackendInput input(WorkspaceId workspace, WorkspaceSpec spec) {
    return new BackendInput(
        own(spec.parameters()),
        text(workspace, kept(workspace, spec, VALUES)),
        text(workspace, kept(workspace, spec, INFRASTRUCTURE)),
        bytes(workspace, kept(workspace, spec, ARCHIVE)));
  }

  private List<FieldError> check(
      WorkspaceId workspace, WorkspaceSpec asked, Set<String> given, Supplier<BackendInput> input) {
    try {
      Backend backend = backend(asked);
      List<FieldError> errors = new ArrayList<>(refused(backend, asked, given));
      if (backend.makesCluster()) {
        clusters
            .makingProblem(new ClusterName(workspace.value()))
            .map(why -> new FieldError("backend", why))
            .ifPresent(errors::add);
      }
      BackendInput whole = input.get();
      switch (backend.validate(whole)) {
        case Validated.Accepted ignored -> errors.addAll(unusable(backend, whole));
        case Validated.Rejected rejected -> errors.addAll(errors(rejected));
      }
      return errors;
    } catch (UnknownBackendException unknown) {
      return List.of(new FieldError("backend", unknown.getMessage()));
    } catch (UnreadableException | UncheckedIOException unreadable) {
      return List.of(new FieldError(VALUES, unreadable.getMessage()));
    }
  }

  /** What is wrong with the kubeconfig that a request gives. */
  private static List<FieldError> unusable(Backend backend, BackendInput input) {
    return backend.givenCluster(input).flatMap(OtherClusters::givenProblem).stream()
        .map(why -> new FieldError(KUBECONFIG, why))
        .toList();
  }

  /** What a backend does not take at all. */
  private List<FieldError> refused(Backend backend, WorkspaceSpec asked, Set<String> given) {
    List<FieldError> errors = new ArrayList<>();
    backend.lacking().map(why -> new FieldError("backend", why)).ifPresent(errors::add);
    String rule = "is not taken by the backend \"" + backend.name() + "\"";
    ClusterName cluster = ClusterName.of(asked);
    if (!cluster.isDefault()) {
      // Made in the default cluster it would be looked for in another one for ever.
      if (backend.takesCluster()) {
        clusters.problem(cluster).map(why -> new FieldError(CLUSTER, why)).ifPresent(errors::add);
      } else {
        errors.add(new FieldError(CLUSTER, rule));
      }
    }
    if (given.contains(INFRASTRUCTURE) && backend.manifest().infrastructure().isEmpty()) {
      errors.add(new FieldError(INFRASTRUCTURE, rule));
    }
    if (given.contains(ARCHIVE) && !backend.takesArchive()) {
      errors.add(new FieldError(ARCHIVE, rule));
    }
    return errors;
  }

  /** Which cluster it is in concerns no program. */
  private static Map<String, String> own(Map<String, String> parameters) {
    Map<String, String> own = new HashMap<>(parameters);
    own.remove(CLUSTER);
    return own;
  }

  private static List<FieldError> errors(Validated.Rejected rejected) {
    return rejected.problems().stream()
        .map(problem -> new FieldError(problem.field(), problem.rule()))
        .toList();
  }

  /** Null when there is none. */
  private SealedContent kept(WorkspaceId workspace, WorkspaceSpec spec, String field) {
    return spec.uploads().containsKey(field)
        ? uploads
            .find(workspace, spec.uploads().get(field))
            .orElseThrow(() -> new UnreadableException("the file " + field + " is not kept"))
        : null;
  }

  private String text(WorkspaceId workspace, SealedContent sealed) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(workspace, sealed)).toString();
    } catch (CharacterCodingException notText) {
      throw new UnreadableException("must be text in UTF-8");
    }
  }

  private ByteBuffer bytes(WorkspaceId workspace, SealedContent sealed) {
    return ByteBuffer.wrap(sealed == null ? new byte[0] : sealing.unseal(workspace, sealed));
  }
}
