package dev.helium.gateway.workspaces;

import dev.helium.domain.Failure;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonClass;
import dev.helium.domain.WorkspaceView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What keeps a workspace from being what somebody wanted, until somebody does something.
 *
 * @param kind in one word, such as {@code timed-out}
 * @param wayOn what a person can do about it, in one sentence
 */
public record Trouble(ReasonClass reasonClass, String kind, String message, String wayOn) {
  public Trouble {
    Objects.requireNonNull(reasonClass, "reasonClass");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(wayOn, "wayOn");
  }

  /** Empty for a workspace that has not failed. */
  public static Optional<Trouble> of(WorkspaceView view) {
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> Optional.empty();
      case Lifecycle.Provisioning ignored -> Optional.empty();
      case Lifecycle.Provisioned made ->
          made.isDrifted() ? Optional.of(ofDrift(made)) : ofPods(view.readiness());
      case Lifecycle.ProvisioningFailed(int ignored, Failure failure) -> Optional.of(of(failure));
      case Lifecycle.Destroying ignored -> Optional.empty();
      case Lifecycle.DestroyFailed(int ignored, Failure failure, var reason) ->
          Optional.of(of(failure));
      case Lifecycle.Destroyed ignored -> Optional.empty();
      case Lifecycle.Deleted ignored -> Optional.empty();
    };
  }

  public static Trouble of(Failure failure) {
    return new Trouble(
        failure.kind().reasonClass(),
        word(failure.kind()),
        failure.message(),
        failure.kind().wayOn());
  }

  private static Trouble ofDrift(Lifecycle.Provisioned made) {
    return new Trouble(
        ReasonClass.CLUSTER,
        "drifted",
        missing(made),
        "Retry it to have what is missing made again, or delete it.");
  }

  static String missing(Lifecycle.Provisioned made) {
    return "Something of it is missing: " + made.drift() + ".";
  }

  /** As the API says it. */
  public String reasonWord() {
    return word(reasonClass);
  }

  private static Optional<Trouble> ofPods(Readiness readiness) {
    if (readiness instanceof Readiness.NotReady notReady && notReady.isFatal()) {
      List<Reason> reasons = notReady.reasons();
      Reason gravest = reasons.getFirst();
      return Optional.of(
          new Trouble(
              gravest.reasonClass(),
              "not-ready",
              gravest.object() + ": " + gravest.code() + ": " + gravest.message(),
              gravest.wayOn()));
    }
    return Optional.empty();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
