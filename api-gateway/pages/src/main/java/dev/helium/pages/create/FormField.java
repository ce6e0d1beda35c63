package dev.helium.pages.create;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A field of a form, for one value of a backend.
 *
 * @param id of its element
 * @param path where its value belongs, names from the outermost
 * @param help what the value is for; may be empty
 * @param choices what it can be, for one of a few
 * @param standard what counts when nothing is given; may be empty
 * @param rule what it has to keep to; may be empty
 * @param schema what the backend says of it
 */
public record FormField(
    String id,
    List<String> path,
    String help,
    FieldKind kind,
    List<String> choices,
    String standard,
    String rule,
    boolean required,
    JsonObject schema)
    implements FormPart {
  /** What the names of all such fields begin with. */
  static final String PREFIX = "p.";

  private static final Pattern KEPT =
      Pattern.compile("encrypted|kept (in a )?secret", Pattern.CASE_INSENSITIVE);

  public FormField {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(help, "help");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(schema, "schema");
    path = List.copyOf(path);
    choices = List.copyOf(choices);
  }

  /** As forms send it. */
  public String name() {
    return PREFIX + place();
  }

  /** Names with dots between them. */
  public String place() {
    return String.join(".", path);
  }

  /** What people read. */
  public String label() {
    return path.getLast();
  }

  /** Whether what is typed, or a part of it, may be secret, so that it is shown nowhere else. */
  public boolean isHidden() {
    return kind.isSecret()
        || (kind == FieldKind.DOCUMENT && KEPT.matcher(schema.encode() + help).find());
  }

  /** For {@code inputmode}: null leaves the attribute out. */
  public String inputMode() {
    List<String> types = SchemaTypes.of(schema);
    if (types.contains("string") || kind != FieldKind.LINE) {
      return null;
    }
    return types.contains("number") ? "decimal" : types.contains("integer") ? "numeric" : null;
  }
}
