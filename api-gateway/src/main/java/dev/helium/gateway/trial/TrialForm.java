package dev.helium.gateway.trial;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the policy out of a request: a text or a file, or in JSON an object.
 *
 * <p>Used once.
 */
final class TrialForm {
  private final KnownNames names;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private Buffer policy = Buffer.buffer();

  /**
   * @param fields that the request may have
   */
  TrialForm(List<String> fields) {
    this.names = KnownNames.ofFields(fields);
  }

  /** The policy, or a problem with every broken rule. */
  PolicyText policy(Submitted.Body body) {
    body.fields().forEach(this::take);
    if (errors.isEmpty() && policy.length() == 0) {
      errors.add(new FieldError(PolicyText.FIELD, "must be given"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return new PolicyText(policy);
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
      case Submitted.Text(String ignored, String text) -> policy = Buffer.buffer(text);
      case Submitted.Upload(String ignored, Buffer content) -> policy = content;
      case Submitted.Nested nested -> policy = nested.value().toBuffer();
      case Submitted.TooLarge ignored ->
          throw Problem.of(ProblemKind.TOO_LARGE, "A policy may have 256 KiB at most.").exception();
      case Submitted.Flag ignored -> errors.add(new FieldError(field, "must be a JSON object"));
      case Submitted.Unfit ignored -> errors.add(new FieldError(field, "must be a JSON object"));
    }
  }
}
