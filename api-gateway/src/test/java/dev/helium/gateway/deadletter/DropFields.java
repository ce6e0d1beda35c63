package dev.helium.gateway.deadletter;

import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The checks of what is said when a letter is dropped, for tests elsewhere. */
public final class DropFields {
  private DropFields() {}

  /** Whether a JSON object says why and breaks no rule. */
  public static boolean accepts(List<String> names, JsonObject members) {
    List<Submitted> fields = new ArrayList<>();
    members.forEach(
        member ->
            fields.add(
                member.getValue() instanceof String text
                    ? new Submitted.Text(member.getKey(), text)
                    : new Submitted.Unfit(member.getKey())));
    try {
      return !new DropForm(names).why(new Submitted.Body(fields)).isEmpty();
    } catch (ProblemException refused) {
      return false;
    }
  }
}
