package dev.helium.gateway.deadletter;

import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.audit.AuditNotes;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LogUnavailableException;
import dev.helium.wire.Topics;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;

/**
 * What came of dealing with a letter.
 *
 * @param refusal a sentence without its end; empty when it was done
 */
record DealtWith(DeadLetter letter, String refusal) {
  DealtWith {
    Objects.requireNonNull(letter, "letter");
    Objects.requireNonNull(refusal, "refusal");
  }

  /** It was done; the letter is as it stands now. */
  static DealtWith done(DeadLetterBox box, long number) throws LogUnavailableException {
    return new DealtWith(LetterDesk.find(box.letters(), number), "");
  }

  void answer(RoutingContext context) {
    note(context);
    if (refusal.isEmpty()) {
      Answers.json(context, 200, new JsonObject().put("DeadLetter", LetterJson.of(letter)));
    } else {
      String sentence = refusal.substring(0, 1).toUpperCase(Locale.ROOT) + refusal.substring(1);
      context.fail(Problem.of(ProblemKind.CONFLICT, sentence + ".").exception());
    }
  }

  /** The key is the workspace, unless somebody wrote past the API; of a request it is the owner. */
  private void note(RoutingContext context) {
    if (letter.place().topic().equals(Topics.REQUESTS)) {
      return;
    }
    try {
      AuditNotes.workspace(context, new WorkspaceId(letter.key()));
    } catch (IllegalArgumentException notAName) {
      // Then it is noted as about none.
    }
  }
}
