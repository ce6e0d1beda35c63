package dev.helium.gateway.expiry;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Failure;
import dev.helium.domain.Holdup;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Protection;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.workspaces.Tenants;
import dev.helium.view.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How far a workspace is on its way out.
 *
 * @param why it goes, or still stands, in a sentence or two
 */
record Leaving(State state, String why) {
  enum State {
    /** Its time is not up. */
    TO_COME,
    /** Its time is up and nobody has asked for its deletion yet. */
    DUE,
    /** Its time is up, and it is kept for those who live in the cluster that it made. */
    HELD,
    /** It is being destroyed. */
    DELETING,
    /** What it was made of is destroyed; the proof that nothing is left is awaited. */
    UNPROVEN,
    /** It could not be deleted; that is asked for again by itself. */
    FAILED;

    /** As the API says it. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Leaving {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(why, "why");
  }

  /**
   * Of a workspace that exists.
   *
   * @param tenants who lives in the cluster that it made
   */
  static Leaving of(WorkspaceView view, List<Tenant> tenants, Instant now) {
    Workspace workspace = view.workspace();
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> living(workspace, tenants, now);
      case Lifecycle.Provisioning ignored -> living(workspace, tenants, now);
      case Lifecycle.Provisioned ignored -> living(workspace, tenants, now);
      case Lifecycle.ProvisioningFailed ignored -> living(workspace, tenants, now);
      case Lifecycle.Destroying(int attempt, int failures, Instant notBefore, var reason) ->
          new Leaving(State.DELETING, because(reason) + destroying(attempt, failures, notBefore));
      case Lifecycle.Destroyed(int ignored, var reason) ->
          new Leaving(
              State.UNPROVEN, because(reason) + unproven(view.timeline().ending().holdup()));
      case Lifecycle.DestroyFailed(int ignored, Failure failure, var reason) ->
          new Leaving(
              State.FAILED,
              because(reason)
                  + "It could not be deleted: "
                  + failure.message()
                  + " It is asked for again by itself, unless somebody retries it first.");
      case Lifecycle.Deleted ignored -> new Leaving(State.UNPROVEN, "It is gone.");
    };
  }

  private static Leaving living(Workspace workspace, List<Tenant> tenants, Instant now) {
    Protection protection = workspace.terms().protection();
    if (workspace.endsAt().isAfter(now)) {
      return new Leaving(
          State.TO_COME,
          (protection.holds(now) ? protection.sentence() : "Its time is up then.")
              + (tenants.isEmpty() ? "" : " " + kept(tenants)));
    }
    return tenants.isEmpty()
        ? new Leaving(
            State.DUE,
            "Its time is up, and its deletion is to be asked for at once. If this stays so, the"
                + " deletion controller does not run or its health says what it waits for.")
        : new Leaving(State.HELD, "Its time is up. " + kept(tenants));
  }

  private static String kept(List<Tenant> tenants) {
    return "It is kept until those are gone that live in its cluster: "
        + Tenants.named(tenants)
        + ".";
  }

  private static String because(DeletionReason reason) {
    return switch (reason) {
      case DeletionReason.Requested ignored -> "Somebody asked for its deletion. ";
      case DeletionReason.Expired ignored -> "Its time is up. ";
      case DeletionReason.Swept ignored -> "Something of an earlier life was found left over. ";
      case DeletionReason.Drifted ignored ->
          "Something of it was found missing, and such workspaces are closed. ";
    };
  }

  private static String unproven(Holdup holdup) {
    return holdup.isNone()
        ? "What it was made of is destroyed; the cluster is searched until nothing of it is left."
        : "It is not gone yet: " + String.join("; ", holdup.by());
  }

  private static String destroying(int attempt, int failures, Instant notBefore) {
    return failures == 0
        ? "Attempt " + attempt + " destroys what it is made of."
        : "Attempts to destroy what it is made of that failed so far: "
            + failures
            + "; the next is due at "
            + notBefore
            + ".";
  }
}
