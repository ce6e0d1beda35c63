package dev.helium.gateway.trial;

import dev.helium.domain.trial.TrialOutcome;
import dev.helium.domain.trial.TrialSummary;
import dev.helium.log.PastTrial;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What came of a trial, in the words of {@code ./helium policy-test}. Durations are in seconds. */
final class TrialJson {
  private static final int MOST_REFUSALS = 10;

  private TrialJson() {}

  /**
   * @param limit how many of the lives that would have been different are told of
   */
  static JsonObject of(PastTrial trial, int limit) {
    JsonArray different = new JsonArray();
    trial.different().stream().limit(limit).forEach(life -> different.add(of(life)));
    TrialSummary summary = TrialSummary.of(trial.outcomes());
    return new JsonObject()
        .put("Different", different)
        .put("Lives", summary.lives())
        .put("Refused", summary.refused())
        .put("Earlier", summary.earlier())
        .put("Later", summary.later())
        .put("SecondsSaved", summary.saved().toSeconds())
        .put("SecondsAdded", summary.added().toSeconds())
        .put("RefusedRequests", summary.refusedRequests())
        .put("TooLate", summary.tooLate())
        .put("Unreadable", trial.unreadable());
  }

  private static JsonObject of(TrialOutcome life) {
    JsonObject json =
        new JsonObject()
            .put("ID", life.workspace().value())
            .put("Incarnation", life.incarnation())
            .put("Backend", life.backend())
            .put("Owner", life.owner())
            .put("Began", life.began().toString());
    if (!life.living()) {
      json.put("Ended", life.ended().toString());
    }
    JsonArray refusals = new JsonArray();
    life.refusals().stream()
        .limit(MOST_REFUSALS)
        .forEach(
            refusal ->
                refusals.add(
                    new JsonObject()
                        .put("At", refusal.at().toString())
                        .put("What", refusal.what())
                        .put("Rule", refusal.rule())));
    return json.put("Verdict", life.verdict().name().toLowerCase(Locale.ROOT))
        .put("WouldHaveEnded", life.wouldHaveEnded().toString())
        .put("SecondsSaved", life.saved().toSeconds())
        .put("Refusals", refusals);
  }
}
