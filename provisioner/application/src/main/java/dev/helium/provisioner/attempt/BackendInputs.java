package dev.helium.provisioner.attempt;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.UnknownBackendException;
import dev.helium.backends.Validated;
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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What backends are given: checked when a request comes in, and again made for each attempt. */
public final class BackendInputs implements SpecCheck {
  private static final String VALUES = "valuesYaml";
  private static final String INFRASTRUCTURE = "infraJson";
  private static final String CLUSTER = "clusterStack";

  private final BackendRegistry backends;
  private final UploadStore uploads;
  private final Sealing sealing;

  public BackendInputs(BackendRegistry backends, UploadStore uploads, Sealing sealing) {
    this.backends = backends;
    this.uploads = uploads;
    this.sealing = sealing;
  }

  @Override
  public List<FieldError> check(Command.Create create) {
    if (!create.parameters().getOrDefault(CLUSTER, "").isBlank()) {
      // Made in the default cluster it would be looked for in another one for ever.
      return List.of(
          new FieldError(CLUSTER, "is not taken by the backend \"" + create.backend() + "\""));
    }
    if (create.uploads().containsKey(INFRASTRUCTURE)) {
      return List.of(
          new FieldError(
              INFRASTRUCTURE, "is not taken by the backend \"" + create.backend() + "\""));
    }
    try {
      Backend backend = backends.require(create.backend());
      String values = text(create.workspace(), create.uploads().get(VALUES));
      return switch (backend.validate(new BackendInput(create.parameters(), values))) {
        case Validated.Accepted ignored -> List.of();
        case Validated.Rejected rejected -> errors(rejected);
      };
    } catch (UnknownBackendException unknown) {
      return List.of(new FieldError("backend", unknown.getMessage()));
    } catch (UnreadableException unreadable) {
      return List.of(new FieldError(VALUES, unreadable.getMessage()));
    }
  }

  @Override
  public List<FieldError> checkRecord(WorkspaceId workspace, WorkspaceSpec specification) {
    List<FieldError> lacking =
        specification.uploads().entrySet().stream()
            .filter(upload -> uploads.find(workspace, upload.getValue()).isEmpty())
            .map(upload -> new FieldError(upload.getKey(), "is no longer kept"))
            .toList();
    if (!lacking.isEmpty()) {
      return lacking;
    }
    try {
      return switch (validated(workspace, specification)) {
        case Validated.Accepted ignored -> List.of();
        case Validated.Rejected rejected -> errors(rejected);
      };
    } catch (UnknownBackendException unknown) {
      return List.of(new FieldError("backend", unknown.getMessage()));
    } catch (UnreadableException | UncheckedIOException unreadable) {
      return List.of(new FieldError(VALUES, unreadable.getMessage()));
    }
  }

  Backend backend(WorkspaceSpec spec) {
    return backends.require(spec.backend());
  }

  /** The stack configuration that the workspace's program needs beyond the workspace's facts. */
  Map<String, ConfigEntry> configuration(Workspace workspace) {
    return switch (validated(workspace.id(), workspace.spec())) {
      case Validated.Accepted accepted -> accepted.config();
      case Validated.Rejected rejected ->
          throw new UnreadableException("the backend no longer takes it: " + rejected.problems());
    };
  }

  private Validated validated(WorkspaceId workspace, WorkspaceSpec spec) {
    String values =
        spec.uploads().containsKey(VALUES)
            ? text(
                workspace,
                uploads
                    .find(workspace, spec.uploads().get(VALUES))
                    .orElseThrow(() -> new UnreadableException("the values file is not kept")))
            : "";
    return backend(spec).validate(new BackendInput(spec.parameters(), values));
  }

  private static List<FieldError> errors(Validated.Rejected rejected) {
    return rejected.problems().stream()
        .map(problem -> new FieldError(problem.field(), problem.rule()))
        .toList();
  }

  private String text(WorkspaceId workspace, SealedContent sealed) {
    if (sealed == null) {
      return "";
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(sealing.unseal(workspace, sealed)))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new UnreadableException("must be text in UTF-8");
    }
  }
}
