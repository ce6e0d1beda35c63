package dev.helium.pages.create;

import java.util.List;
import java.util.Objects;

/**
 * Values that belong together.
 *
 * @param name as the schema calls it
 * @param help what they are for; may be empty
 */
public record FormGroup(String name, String help, List<FormPart> parts) implements FormPart {
  public FormGroup {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(help, "help");
    parts = List.copyOf(parts);
  }

  /** Every field in it and below it. */
  public List<FormField> fields() {
    return SchemaForm.fields(parts);
  }
}
