package dev.helium.domain;

import java.time.Instant;
import java.util.List;

/** When a workspace would end, by what is asked for. */
public final class Ends {
  private final Admission admission;

  public Ends(LifetimePolicy policies) {
    this.admission = new Admission(policies, ignored -> List.of());
  }

  /** When it would end if the command were followed. */
  public Instant after(Workspace workspace, Command.Admissible command, Instant now) {
    return switch (command) {
      case Command.Create create when !workspace.exists() -> admission.expiry(create, now);
      case Command.Create create ->
          create.expiry() instanceof ExpiryRequest.Unspecified
              ? workspace.endsAt()
              : later(admission.expiry(workspace, create.expiry(), now), workspace);
      case Command.Extend extend ->
          later(admission.expiry(workspace, extend.expiry(), now), workspace);
      case Command.Protect protect -> {
        Instant until = admission.protectedUntil(workspace, protect, now);
        yield until.isAfter(workspace.expiresAt()) ? until : workspace.expiresAt();
      }
      case Command.Revive revive -> admission.expiry(workspace, revive.expiry(), now);
    };
  }

  /** What protects it goes on doing so. */
  private static Instant later(Instant expiry, Workspace workspace) {
    Instant until = workspace.terms().protection().until();
    return until.isAfter(expiry) ? until : expiry;
  }
}
