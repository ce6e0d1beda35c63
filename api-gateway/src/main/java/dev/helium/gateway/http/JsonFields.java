package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The members of a JSON object; one that is {@code null} counts as absent. */
final class JsonFields implements FieldReader {
  private final Limits limits;
  private final Buffer body = Buffer.buffer();

  JsonFields(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void take(Buffer bytes) {
    body.appendBuffer(bytes);
  }

  @Override
  public Submitted.Body end() {
    if (body.length() == 0) {
      return Submitted.Body.EMPTY;
    }
    JsonObject members = parse();
    if (members.size() > limits.fields()) {
      throw TooLarge.fields(limits).exception();
    }
    List<Submitted> fields = new ArrayList<>();
    for (Map.Entry<String, Object> member : members) {
      if (member.getValue() != null) {
        fields.add(field(member.getKey(), member.getValue()));
      }
    }
    return new Submitted.Body(fields);
  }

  private JsonObject parse() {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw Problem.of(ProblemKind.UNREADABLE, "The body is not a JSON object.").exception();
    }
  }

  private Submitted field(String name, Object value) {
    return switch (value) {
      case String text when text.getBytes(StandardCharsets.UTF_8).length > limits.file() ->
          new Submitted.TooLarge(name);
      case String text -> new Submitted.Text(name, text);
      case JsonObject object when object.toBuffer().length() > limits.file() ->
          new Submitted.TooLarge(name);
      case JsonObject object -> new Submitted.Nested(name, object);
      case Boolean flag -> new Submitted.Flag(name, flag);
      case Object other -> new Submitted.Unfit(name);
    };
  }
}
