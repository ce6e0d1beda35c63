package dev.helium.gateway.workspaces;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The checks of requests about the end of a workspace, for tests elsewhere. */
public final class ExtendFields {
  private ExtendFields() {}

  /** Whether a JSON object is a request for more time that breaks no rule. */
  public static boolean accepts(List<String> names, JsonObject members) {
    List<FieldError> errors = new ArrayList<>();
    Change extend = new ChangeForm(names, errors).extend(body(members));
    return extend != null && errors.isEmpty();
  }

  /** Whether a JSON object is a request for protection that breaks no rule. */
  public static boolean protects(List<String> names, JsonObject members) {
    List<FieldError> errors = new ArrayList<>();
    Change protect = new ChangeForm(names, errors).protect(body(members));
    return protect != null && errors.isEmpty();
  }

  private static Submitted.Body body(JsonObject members) {
    List<Submitted> fields = new ArrayList<>();
    members.forEach(
        member ->
            fields.add(
                switch (member.getValue()) {
                  case String text -> new Submitted.Text(member.getKey(), text);
                  case Boolean flag -> new Submitted.Flag(member.getKey(), flag);
                  case Object other -> new Submitted.Unfit(member.getKey());
                }));
    return new Submitted.Body(fields);
  }
}
