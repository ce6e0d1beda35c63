package dev.helium.gateway.workspaces;

import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.FieldError;
import dev.helium.domain.LabelRequest;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the fields of one request to create or update, all of them before it complains.
 *
 * <p>Used once.
 */
final class CreateForm {
  /** The field of a file that is no text. */
  static final String ARCHIVE = "chart";

  private static final int LONGEST_TEXT = 256;
  private static final String VALUES = "valuesYaml";
  private static final String PARAMETERS = "parameters";
  private static final Set<String> FILES = Set.of(VALUES, "infraJson", PARAMETERS, ARCHIVE);
  private static final Set<String> OBJECTS = Set.of("infraJson", PARAMETERS);
  private static final Set<String> FLAGS = Set.of("disableNotebooks", "cleanupOnFail");

  private final KnownNames names;
  private final BackendValues values;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Buffer> uploads = new HashMap<>();
  private LabelRequest labels = new LabelRequest.Unspecified();
  private boolean tooLarge;

  /**
   * @param values checks what is given for the backend
   */
  CreateForm(KnownNames names, BackendValues values) {
    this.names = names;
    this.values = values;
  }

  /**
   * The request, or a problem with every broken rule.
   *
   * @param others rules that other parts of the request break
   */
  CreateRequest check(Submitted.Body body, List<FieldError> others) {
    body.fields().forEach(this::take);
    takeParameters();
    WorkspaceId name = name();
    ExpiryRequest expiry = expiry();
    errors.addAll(others);
    if (!errors.isEmpty()) {
      throw problem().exception();
    }
    String backend = texts.getOrDefault("backend", "");
    texts.keySet().removeAll(Set.of("name", "expiry", "backend"));
    return new CreateRequest(name, expiry, backend, texts, uploads, labels);
  }

  private Problem problem() {
    return tooLarge
        ? new Problem(
            ProblemKind.TOO_LARGE, "The request holds more than is allowed.", errors, Map.of())
        : Problem.invalid(errors);
  }

  private void take(Submitted submitted) {
    String field = submitted.field();
    if (!names.knows(field)) {
      errors.add(new FieldError(KnownNames.shown(field), names.rule(field)));
      return;
    }
    if (!seen.add(field)) {
      errors.add(new FieldError(field, "must be given once"));
      return;
    }
    switch (submitted) {
      case Submitted.Text text when field.equals(LabelText.FIELD) ->
          labels = LabelText.read(text.value(), errors);
      case Submitted.Nested nested when field.equals(LabelText.FIELD) ->
          labels = LabelText.read(nested.value(), errors);
      case Submitted.Nested nested when field.equals(PARAMETERS) ->
          upload(field, nested.value().toBuffer());
      case Submitted.Text text when field.equals(ARCHIVE) && !text.value().isEmpty() ->
          errors.add(new FieldError(field, "must be a file in a form"));
      case Submitted.Text text when FILES.contains(field) ->
          upload(field, Buffer.buffer(text.value()));
      case Submitted.Text text -> text(field, text.value());
      case Submitted.Flag flag when FLAGS.contains(field) ->
          texts.put(field, Boolean.toString(flag.value()));
      case Submitted.Upload upload when FILES.contains(field) -> upload(field, upload.content());
      case Submitted.TooLarge ignored -> {
        tooLarge = true;
        errors.add(new FieldError(field, "is larger than allowed"));
      }
      case Submitted.Upload ignored ->
          errors.add(new FieldError(field, "must be text and not a file"));
      case Submitted.Flag ignored -> errors.add(new FieldError(field, "must be text"));
      case Submitted.Nested ignored -> errors.add(new FieldError(field, "must be text"));
      case Submitted.Unfit ignored -> errors.add(new FieldError(field, "must be text"));
    }
  }

  private void text(String field, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (value.length() > LONGEST_TEXT) {
      errors.add(new FieldError(field, "must have at most " + LONGEST_TEXT + " characters"));
    } else if (value.chars().anyMatch(character -> character < ' ' || character == 127)) {
      errors.add(new FieldError(field, "must have no control characters"));
    } else if (FLAGS.contains(field) && !value.equals("true") && !value.equals("false")) {
      errors.add(new FieldError(field, "must be true or false"));
    } else {
      texts.put(field, value);
    }
  }

  private void upload(String field, Buffer content) {
    if (content.length() == 0) {
      return;
    }
    if (OBJECTS.contains(field) && !isObject(content)) {
      errors.add(new FieldError(field, "must be a JSON object"));
      return;
    }
    uploads.put(field, content);
  }

  /** They are the values of the backend, as JSON, which YAML is too. */
  private void takeParameters() {
    Buffer given = uploads.remove(PARAMETERS);
    if (given == null) {
      return;
    }
    if (uploads.containsKey(VALUES)) {
      errors.add(new FieldError(PARAMETERS, "cannot be given together with " + VALUES));
    }
    errors.addAll(
        values.check(PARAMETERS, texts.getOrDefault("backend", ""), new JsonObject(given)));
    uploads.put(VALUES, given);
  }

  private WorkspaceId name() {
    String name = texts.get("name");
    try {
      return name == null ? null : new WorkspaceId(name);
    } catch (IllegalArgumentException invalid) {
      errors.add(new FieldError("name", WorkspaceId.RULE));
      return null;
    }
  }

  private ExpiryRequest expiry() {
    String text = texts.get("expiry");
    if (text == null) {
      return new ExpiryRequest.Unspecified();
    }
    return ExpiryText.parse(text)
        .orElseGet(
            () -> {
              errors.add(new FieldError("expiry", ExpiryText.RULE));
              return new ExpiryRequest.Unspecified();
            });
  }

  private static boolean isObject(Buffer content) {
    try {
      return new JsonObject(content).fieldNames() != null;
    } catch (DecodeException | ClassCastException notAnObject) {
      return false;
    }
  }
}
