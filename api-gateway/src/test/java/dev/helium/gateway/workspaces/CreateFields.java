package dev.helium.gateway.workspaces;

import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The checks of a request, for tests elsewhere. */
public final class CreateFields {
  private CreateFields() {}

  /** Whether a JSON object is a request that breaks no rule. */
  public static boolean accepts(List<String> names, JsonObject members) {
    List<Submitted> fields = new ArrayList<>();
    members.forEach(
        member ->
            fields.add(
                switch (member.getValue()) {
                  case String text -> new Submitted.Text(member.getKey(), text);
                  case Boolean flag -> new Submitted.Flag(member.getKey(), flag);
                  case JsonObject object -> new Submitted.Nested(member.getKey(), object);
                  case Object other -> new Submitted.Unfit(member.getKey());
                }));
    try {
      return new CreateForm(KnownNames.ofFields(names), (field, backend, values) -> List.of())
              .check(new Submitted.Body(fields), List.of())
          != null;
    } catch (ProblemException broken) {
      return false;
    }
  }
}
