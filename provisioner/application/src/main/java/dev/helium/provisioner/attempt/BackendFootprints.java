package dev.helium.provisioner.attempt;

import dev.helium.backends.BackendInput;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.UnknownBackendException;
import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Footprints;
import dev.helium.wire.UnreadableException;
import java.util.function.Supplier;

/** What backends say of what they would make, from what they would be given. */
public final class BackendFootprints implements Footprints {
  private final BackendRegistry backends;
  private final BackendInputs inputs;

  public BackendFootprints(BackendRegistry backends, BackendInputs inputs) {
    this.backends = backends;
    this.inputs = inputs;
  }

  @Override
  public Footprint of(Command.Create create) {
    return of(create.backend(), () -> inputs.input(create));
  }

  /** Fails with an {@link java.io.UncheckedIOException} when what is kept cannot be looked at. */
  @Override
  public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
    return of(specification.backend(), () -> inputs.input(workspace, specification));
  }

  private Footprint of(String backend, Supplier<BackendInput> input) {
    try {
      dev.helium.backends.Footprint told = backends.require(backend).footprint(input.get());
      return new Footprint(told.millicores(), told.bytes());
    } catch (UnknownBackendException | UnreadableException cannotBeMade) {
      return Footprint.NONE;
    }
  }
}
