package dev.helium.pages.create;

import dev.helium.pages.read.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong, at the fields and above them.
 *
 * @param wrong the rule that a field breaks, by the name of the field
 * @param summary all of it
 */
public record CreateErrors(Map<String, String> wrong, List<Complaint> summary) {
  /** One sentence, and the element that it is about; empty when it is about none. */
  public record Complaint(String id, String sentence) {}

  static final CreateErrors NONE = new CreateErrors(Map.of(), List.of());

  private static final List<String> BESIDE =
      List.of(
          CreateOrder.NAME,
          Lifetime.EXPIRY,
          LabelLines.FIELD,
          "clusterStack",
          "cleanupOnFail",
          Typed.VALUES,
          Typed.INFRASTRUCTURE,
          Typed.CHART);

  public CreateErrors {
    wrong = Map.copyOf(wrong);
    summary = List.copyOf(summary);
  }

  /** Of rules by the names of fields, before the API was asked. */
  static CreateErrors of(BackendForm form, Map<String, String> rules) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Complaint> summary = new ArrayList<>();
    rules.forEach((field, rule) -> add(form, field, rule, wrong, summary));
    return new CreateErrors(wrong, summary);
  }

  /** Of what the API says. */
  static CreateErrors of(BackendForm form, ApiProblem problem) {
    if (problem.errors().isEmpty()) {
      return said(problem.said());
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Complaint> summary = new ArrayList<>();
    problem.errors().forEach(each -> add(form, each.field(), each.rule(), wrong, summary));
    return new CreateErrors(wrong, summary);
  }

  /** Of something that is about no field. */
  static CreateErrors said(String sentence) {
    return new CreateErrors(Map.of(), List.of(new Complaint("", sentence)));
  }

  /** Of one field. */
  static CreateErrors at(String field, String rule) {
    return new CreateErrors(
        Map.of(field, rule), List.of(new Complaint(id(field), named(field) + " " + rule + ".")));
  }

  /** The element of a field that every form has. */
  static String id(String field) {
    return "f-" + field;
  }

  /** Without what only forms know. */
  static String named(String field) {
    return field.startsWith(FormField.PREFIX) ? field.substring(2) : field;
  }

  private static void add(
      BackendForm form,
      String field,
      String rule,
      Map<String, String> wrong,
      List<Complaint> summary) {
    Optional<FormField> value = isBeside(form, field) ? Optional.empty() : form.at(place(field));
    String name =
        value.map(FormField::name).orElseGet(() -> isBeside(form, top(field)) ? top(field) : "");
    String sentence = place(named(field)) + " " + rule + ".";
    // What is wrong with a part of a field names the part.
    boolean whole = value.map(FormField::place).orElse(top(field)).equals(place(named(field)));
    if (!name.isEmpty()) {
      wrong.merge(name, whole ? rule : sentence, (first, next) -> first + "; " + next);
    }
    String id = value.map(FormField::id).orElse(name.isEmpty() ? "" : id(name));
    summary.add(new Complaint(id, sentence));
  }

  private static boolean isBeside(BackendForm form, String field) {
    return BESIDE.contains(field)
        || (field.equals("disableNotebooks") && form.takesNotebooks())
        || form.versions().stream().anyMatch(version -> version.name().equals(field));
  }

  private static String top(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? field : field.substring(0, dot);
  }

  /** Where a value belongs, whatever the values came in. */
  private static String place(String field) {
    for (String holder : List.of("parameters.", "valuesYaml.", FormField.PREFIX)) {
      if (field.startsWith(holder)) {
        return field.substring(holder.length());
      }
    }
    return field;
  }
}
