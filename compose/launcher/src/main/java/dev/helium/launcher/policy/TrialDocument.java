package dev.helium.launcher.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.trial.TrialOutcome;
import dev.helium.domain.trial.TrialRefusal;
import dev.helium.domain.trial.TrialSummary;
import java.util.List;
import java.util.Locale;

/** What came of a trial, for programs. Durations are in seconds. */
public final class TrialDocument {
  private TrialDocument() {}

  /**
   * The document.
   *
   * @param shown the lives that are told of
   * @param unreadable records that are left out
   */
  public static ObjectNode of(List<TrialOutcome> shown, TrialSummary summary, long unreadable) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode lives = document.putArray("Different");
    shown.forEach(outcome -> add(lives.addObject(), outcome));
    return document
        .put("Lives", summary.lives())
        .put("Refused", summary.refused())
        .put("Earlier", summary.earlier())
        .put("Later", summary.later())
        .put("SecondsSaved", summary.saved().toSeconds())
        .put("SecondsAdded", summary.added().toSeconds())
        .put("RefusedRequests", summary.refusedRequests())
        .put("TooLate", summary.tooLate())
        .put("Unreadable", unreadable);
  }

  private static void add(ObjectNode life, TrialOutcome outcome) {
    life.put("ID", outcome.workspace().value());
    life.put("Incarnation", outcome.incarnation());
    life.put("Backend", outcome.backend());
    life.put("Owner", outcome.owner());
    life.put("Began", outcome.began().toString());
    if (!outcome.living()) {
      life.put("Ended", outcome.ended().toString());
    }
    life.put("Verdict", outcome.verdict().name().toLowerCase(Locale.ROOT));
    life.put("WouldHaveEnded", outcome.wouldHaveEnded().toString());
    life.put("SecondsSaved", outcome.saved().toSeconds());
    ArrayNode refusals = life.putArray("Refusals");
    for (TrialRefusal refusal : outcome.refusals()) {
      refusals
          .addObject()
          .put("At", refusal.at().toString())
          .put("What", refusal.what())
          .put("Rule", refusal.rule());
    }
  }
}
