package dev.helium.gateway.history;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.FieldError;
import dev.helium.domain.Holdup;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Events in plain English. */
final class Sentences {
  private Sentences() {}

  /** What happened, and the event, the time and the command that say so. */
  static String of(NumberedEvent event) {
    String command =
        event.record().cause() instanceof Cause.Commanded(CommandId id) ? ", command " + id : "";
    return happened(event.record().event())
        + " (event "
        + event.number()
        + " of "
        + event.record().time()
        + command
        + ").";
  }

  /** What pods wait for or lack, the gravest first. */
  static String of(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> reason.object() + ": " + reason.code() + ": " + unended(reason.message()))
        .collect(Collectors.joining("; "));
  }

  private static String happened(Event event) {
    return switch (event) {
      case Event.Created created -> created(created);
      case Event.Updated(int attempt, var spec, String by, Instant expiry) ->
          who(by) + " asked for a change, and attempt " + attempt + " to make it began";
      case Event.ExpiryChanged(Instant expiry, String by, String why) ->
          who(by) + " moved the expiry to " + expiry + (why.isEmpty() ? "" : ": " + unended(why));
      case Event.Retried(int attempt, String by) ->
          who(by) + " asked for another try, and attempt " + attempt + " began";
      case Event.Cancelled(int attempt, String by) -> who(by) + " cancelled attempt " + attempt;
      case Event.DeletionRequested(int attempt, DeletionReason reason, String by) ->
          deletion(reason, by) + ", and attempt " + attempt + " to destroy it began";
      case Event.Progressed(int attempt, List<Step> steps) -> progress(attempt, steps);
      case Event.Provisioned(int attempt, var outputs) ->
          "The program of attempt " + attempt + " ran to its end";
      case Event.RetryScheduled(int attempt, var failure, int next, Instant notBefore) ->
          "Attempt "
              + attempt
              + " failed, and attempt "
              + next
              + " was put off until "
              + notBefore
              + ": "
              + unended(failure.message());
      case Event.GaveUp(int attempt, var failure) ->
          "Attempt " + attempt + " failed for good: " + unended(failure.message());
      case Event.Destroyed(int attempt) -> "Attempt " + attempt + " left its stack empty";
      case Event.Deleted(Receipt receipt) ->
          "The cluster was searched, and nothing of life "
              + receipt.incarnation()
              + " was found any more";
      case Event.DeletionHeld(int incarnation, Holdup holdup) ->
          "The cluster was searched, and life "
              + incarnation
              + " was not gone: "
              + unended(String.join("; ", holdup.by()));
      case Event.Drifted(int attempt, String what) ->
          "Of what attempt " + attempt + " had made something was found missing: " + unended(what);
      case Event.ClusterGone(int attempt, String evidence) ->
          "Its cluster was found gone, and attempt "
              + attempt
              + " to destroy it began, which forgets what was in there: "
              + unended(evidence);
      case Event.Unchanged ignored -> "A command asked for what was on its way already";
      case Event.Protected(Instant until, String by, String why) ->
          who(by) + " protected it until " + until + ": " + unended(why);
      case Event.Unprotected(String by) -> who(by) + " ended its protection";
      case Event.ExpiringSoon(Instant end, var lead, String extend) ->
          "It was announced that it ends at " + end + ", unless somebody posts to " + extend;
      case Event.Refused(Refusal refusal) -> "A command was refused: " + refused(refusal);
      case Event.ReadinessChanged seen -> seen(seen.readiness(), seen.progress());
      case Event.ConnectionChanged ignored -> "Its addresses were seen to change";
    };
  }

  private static String created(Event.Created created) {
    String life = " as life " + created.incarnation() + " of the name";
    return created.revivedBy().isEmpty()
        ? who(created.createdBy())
            + " asked for the workspace, and attempt "
            + created.attempt()
            + " to make it began"
            + (created.incarnation() == 1 ? "" : life)
        : who(created.revivedBy())
            + " brought the workspace back from its record, and attempt "
            + created.attempt()
            + " to make it began"
            + life;
  }

  private static String deletion(DeletionReason reason, String by) {
    return switch (reason) {
      case DeletionReason.Requested ignored -> who(by) + " asked for its deletion";
      case DeletionReason.Expired(Instant expiry, Instant until) ->
          "Its time was up at "
              + expiry
              + (until.isAfter(expiry) ? ", and its protection ended at " + until : "")
              + ", so it was to be deleted";
      case DeletionReason.Swept(int incarnation) ->
          "Something of life " + incarnation + " was found after its deletion";
      case DeletionReason.Drifted(int made) ->
          "Of what attempt " + made + " had made something was missing, so it was to be closed";
    };
  }

  private static String progress(int attempt, List<Step> steps) {
    return steps.isEmpty()
        ? "Attempt " + attempt + " went on"
        : "Attempt "
            + attempt
            + " came as far as: "
            + steps.getLast().operation()
            + " "
            + steps.getLast().resource();
  }

  private static String refused(Refusal refusal) {
    if (!refusal.detail().isEmpty()) {
      return unended(refusal.detail());
    }
    return refusal.errors().isEmpty()
        ? refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : refusal.errors().stream().map(FieldError::toString).collect(Collectors.joining("; "));
  }

  private static String seen(Readiness readiness, Progress progress) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> "Nothing was known of its pods";
      case Readiness.Ready ignored -> "Its pods were seen ready";
      case Readiness.NotReady(List<Reason> reasons) ->
          (progress.wanted() == 0
                  ? "Its pods were seen not ready: "
                  : progress.ready() + " of " + progress.wanted() + " pods were seen ready: ")
              + of(reasons);
    };
  }

  /** The beginning of a sentence; names stay as they are. */
  private static String who(String name) {
    return switch (name) {
      case "", "anonymous" -> "Somebody";
      case "token" -> "The holder of the token";
      default -> name;
    };
  }

  private static String unended(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
