package dev.helium.pages.web;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Objects;

/** What a form brought. */
public record FormFields(MultiMap fields) {
  /** Of a form that was not sent. */
  public static final FormFields NONE = new FormFields(MultiMap.caseInsensitiveMultiMap());

  public FormFields {
    Objects.requireNonNull(fields, "fields");
  }

  /** Without white space around it; empty when it was not given. */
  public String value(String name) {
    String value = fields.get(name);
    return value == null ? "" : value.strip();
  }

  /** All of that name, such as of check boxes. */
  public List<String> values(String name) {
    return List.copyOf(fields.getAll(name));
  }

  public boolean isChecked(String name) {
    return fields.contains(name);
  }
}
