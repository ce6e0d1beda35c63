package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.util.List;
import java.util.Objects;

/** Lets nothing pass that was not admitted on the right account, where admission is asked for. */
final class AdmissionGate {
  private static final String QUOTA = "quota";

  private final AdmissionRule rule;

  AdmissionGate(AdmissionRule rule) {
    this.rule = Objects.requireNonNull(rule);
  }

  /** Of what comes straight: only who has no quota may do that. */
  LifecycleEvent straight(Workspace workspace, Command.Admissible command, LifecycleEvent decided) {
    String owner = command.owner(workspace);
    return takes(decided) && rule.isAsked(owner)
        ? refused(
            shown(owner)
                + " has a quota, and this was not counted before it was decided: the service that"
                + " passed it on does not know of the quota.")
        : decided;
  }

  /** Of what was admitted: it may have become somebody else's meanwhile. */
  LifecycleEvent admitted(Workspace workspace, AdmittedCommand command, LifecycleEvent decided) {
    String owner = command.asked().owner(workspace);
    return takes(decided) && !owner.equals(command.owner())
        ? refused(
            "It was counted for "
                + shown(command.owner())
                + ", but by now it is on the account of "
                + shown(owner)
                + "; ask again.")
        : decided;
  }

  private static boolean takes(LifecycleEvent decided) {
    return !(decided instanceof Event.Refused);
  }

  private static String shown(String owner) {
    return owner.isEmpty() ? "nobody in particular" : owner;
  }

  private static LifecycleEvent refused(String detail) {
    return new Event.Refused(
        new Refusal(
            RefusalReason.QUOTA,
            List.of(new FieldError(QUOTA, "must have been counted before")),
            detail));
  }
}
