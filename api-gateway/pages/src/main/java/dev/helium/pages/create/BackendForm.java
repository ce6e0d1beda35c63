package dev.helium.pages.create;

import dev.helium.pages.read.BackendView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a backend is asked for with: fields of its own, and those of the API that it takes. */
public record BackendForm(BackendView backend, List<FormPart> parts) {
  /** The fields of the API that set a value, in the order in which they are asked for. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "pachdVersion", "Version of pachd",
          "consoleVersion", "Version of the console",
          "notebooksVersion", "Version of the notebooks",
          "mountServerVersion", "Version of the mount server",
          "helmVersion", "Version of the chart");

  private static final List<String> ORDER =
      List.of(
          "helmVersion",
          "pachdVersion",
          "consoleVersion",
          "notebooksVersion",
          "mountServerVersion");

  /** A field of the API and what people read of it. */
  public record Version(String name, String label, String place) {}

  public BackendForm {
    Objects.requireNonNull(backend, "backend");
    parts = List.copyOf(parts);
  }

  static BackendForm of(BackendView backend) {
    return new BackendForm(backend, SchemaForm.of(backend.schema(), backend.defaults()));
  }

  public List<FormField> fields() {
    return SchemaForm.fields(parts);
  }

  /** The fields that stand in no group. */
  public List<FormField> loose() {
    return parts.stream().filter(FormField.class::isInstance).map(FormField.class::cast).toList();
  }

  public List<FormGroup> groups() {
    return parts.stream().filter(FormGroup.class::isInstance).map(FormGroup.class::cast).toList();
  }

  public List<Version> versions() {
    Map<String, String> taken = backend.fields();
    return ORDER.stream()
        .filter(taken::containsKey)
        .map(name -> new Version(name, VERSIONS.get(name), taken.get(name)))
        .toList();
  }

  public boolean takesNotebooks() {
    return backend.fields().containsKey("disableNotebooks");
  }

  /** Whether it makes what an uploaded chart says. */
  public boolean takesChart() {
    return backend.name().equals("helm");
  }

  /** The field for that place or for the nearest above it. */
  Optional<FormField> at(String place) {
    List<FormField> fields = fields();
    String rest = place;
    while (!rest.isEmpty()) {
      for (FormField field : fields) {
        if (field.place().equals(rest)) {
          return Optional.of(field);
        }
      }
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf('.')));
    }
    return Optional.empty();
  }
}
