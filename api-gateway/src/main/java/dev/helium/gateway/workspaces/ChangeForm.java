package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.FieldError;
import dev.helium.domain.Protection;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Submitted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the fields of one request to a workspace that is there, all of them before it complains.
 *
 * <p>Used once.
 */
final class ChangeForm {
  private final KnownNames names;
  private final List<FieldError> errors;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param fields that the request may have
   * @param errors takes the rules that are broken
   */
  ChangeForm(List<String> fields, List<FieldError> errors) {
    this.names = KnownNames.ofFields(fields);
    this.errors = errors;
  }

  Change.Extend extend(Submitted.Body body) {
    body.fields().forEach(this::take);
    return new Change.Extend(expiry(), why());
  }

  Change.Shorten shorten(Submitted.Body body) {
    body.fields().forEach(this::take);
    return new Change.Shorten(expiry(), why());
  }

  Change.Protect protect(Submitted.Body body) {
    body.fields().forEach(this::take);
    String why = texts.getOrDefault("why", "");
    boolean unfit = seen.contains("why") && !texts.containsKey("why");
    if (!unfit && (why.isBlank() || why.length() > Protection.LONGEST_WHY)) {
      errors.add(new FieldError("why", "must have 1 to " + Protection.LONGEST_WHY + " characters"));
    }
    return new Change.Protect(ifGiven("until"), why);
  }

  Change.Revive revive(Submitted.Body body) {
    body.fields().forEach(this::take);
    return new Change.Revive(ifGiven("expiry"));
  }

  /** For requests that say all by their address. */
  <T extends Change> T bare(Submitted.Body body, T change) {
    body.fields().forEach(this::take);
    return change;
  }

  private String why() {
    String why = texts.getOrDefault("why", "");
    if (why.length() > Command.Extend.LONGEST_WHY) {
      errors.add(
          new FieldError("why", "must have at most " + Command.Extend.LONGEST_WHY + " characters"));
    }
    return why;
  }

  private ExpiryRequest expiry() {
    boolean unfit = seen.contains("expiry") && !texts.containsKey("expiry");
    return !unfit && texts.getOrDefault("expiry", "").isEmpty()
        ? broken("expiry", "must be given")
        : ifGiven("expiry");
  }

  private ExpiryRequest ifGiven(String field) {
    String text = texts.get(field);
    return text == null
        ? new ExpiryRequest.Unspecified()
        : ExpiryText.parse(text).orElseGet(() -> broken(field, ExpiryText.RULE));
  }

  private ExpiryRequest broken(String field, String rule) {
    errors.add(new FieldError(field, rule));
    return new ExpiryRequest.Unspecified();
  }

  private void take(Submitted submitted) {
    String field = submitted.field();
    if (!names.knows(field)) {
      errors.add(new FieldError(KnownNames.shown(field), names.rule(field)));
    } else if (!seen.add(field)) {
      errors.add(new FieldError(field, "must be given once"));
    } else if (!(submitted instanceof Submitted.Text(String name, String value))) {
      errors.add(new FieldError(field, "must be text"));
    } else if (value.chars().anyMatch(character -> character < ' ' || character == 127)) {
      errors.add(new FieldError(field, "must have no control characters"));
    } else {
      texts.put(field, value);
    }
  }
}
