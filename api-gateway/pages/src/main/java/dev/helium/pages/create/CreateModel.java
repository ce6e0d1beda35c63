package dev.helium.pages.create;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Shown;
import dev.helium.pages.web.Query;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What the form is filled with.
 *
 * @param typed what stands in it
 * @param errors what is wrong with that
 * @param key under which the API is asked once
 * @param taken whether the name is that of a workspace which may be changed instead
 */
public record CreateModel(
    Frame frame,
    BackendForm form,
    Typed typed,
    CreateErrors errors,
    String key,
    boolean taken,
    List<QuotaLine> quotas,
    Sketch sketch) {
  public CreateModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(typed, "typed");
    Objects.requireNonNull(errors, "errors");
    Objects.requireNonNull(key, "key");
    sketch = errors.summary().isEmpty() ? sketch : sketch.withoutWrong();
    quotas = List.copyOf(quotas);
  }

  /** The rule that the field breaks; empty when it breaks none. */
  public String wrong(String field) {
    return errors.wrong().getOrDefault(field, "");
  }

  /** For {@code aria-invalid}: null leaves the attribute out. */
  public String invalid(String field) {
    return wrong(field).isEmpty() ? null : "true";
  }

  /** The elements that tell more of a field, for {@code aria-describedby}. */
  public String described(String id, String field, boolean helped) {
    String help = helped ? id + "-help" : "";
    String wrong = wrong(field).isEmpty() ? "" : id + "-wrong";
    String both = (help + " " + wrong).strip();
    return both.isEmpty() ? null : both;
  }

  public List<CreateErrors.Complaint> summary() {
    return errors.summary();
  }

  /** Whether a group has something in it that one should see. */
  public boolean opens(FormGroup group) {
    return group.fields().stream()
        .anyMatch(
            field ->
                field.required()
                    || !typed.text(field.name()).isEmpty()
                    || !wrong(field.name()).isEmpty());
  }

  /** The same of the versions that the API has fields for. */
  public boolean opensVersions() {
    return form.versions().stream()
        .map(BackendForm.Version::name)
        .anyMatch(name -> !typed.text(name).isEmpty() || !wrong(name).isEmpty());
  }

  /** The name of the workspace that is changed; empty when one is made. */
  public String update() {
    return typed.text(CreateOrder.UPDATE);
  }

  /** The first day that can be meant. */
  public String today() {
    return frame.now().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** When this form was shown. */
  public String shown() {
    return frame.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public String again() {
    return Query.of("/create/" + Query.encoded(form.backend().name())).toString();
  }

  /** How many values there are, in words. */
  public String counted(FormGroup group) {
    long given = typed.given(group.fields());
    String all = Shown.counted(group.fields().size(), "value");
    return given == 0 ? all : given + " of " + all;
  }
}
