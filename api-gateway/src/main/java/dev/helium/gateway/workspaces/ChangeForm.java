package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.FieldError;
import dev.helium.domain.Protection;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.http.TextFields;
import java.util.List;

/**
 * Checks the fields of one request to a workspace that is there, all of them before it complains.
 *
 * <p>Used once.
 */
final class ChangeForm {
  private final List<FieldError> errors;
  private final TextFields fields;

  /**
   * @param fields that the request may have
   * @param errors takes the rules that are broken
   */
  ChangeForm(List<String> fields, List<FieldError> errors) {
    this.errors = errors;
    this.fields = new TextFields(fields, errors);
  }

  Change.Extend extend(Submitted.Body body) {
    fields.take(body);
    return new Change.Extend(expiry(), why());
  }

  Change.Shorten shorten(Submitted.Body body) {
    fields.take(body);
    return new Change.Shorten(expiry(), why());
  }

  Change.Protect protect(Submitted.Body body) {
    fields.take(body);
    String why = fields.text("why").orElse("");
    boolean unfit = fields.isUnfit("why");
    if (!unfit && (why.isBlank() || why.length() > Protection.LONGEST_WHY)) {
      errors.add(new FieldError("why", "must have 1 to " + Protection.LONGEST_WHY + " characters"));
    }
    return new Change.Protect(ifGiven("until"), why);
  }

  Change.Revive revive(Submitted.Body body) {
    fields.take(body);
    return new Change.Revive(ifGiven("expiry"));
  }

  /** For requests that say all by their address. */
  <T extends Change> T bare(Submitted.Body body, T change) {
    fields.take(body);
    return change;
  }

  private String why() {
    String why = fields.text("why").orElse("");
    if (why.length() > Command.Extend.LONGEST_WHY) {
      errors.add(
          new FieldError("why", "must have at most " + Command.Extend.LONGEST_WHY + " characters"));
    }
    return why;
  }

  private ExpiryRequest expiry() {
    boolean unfit = fields.isUnfit("expiry");
    return !unfit && fields.text("expiry").orElse("").isEmpty()
        ? broken("expiry", "must be given")
        : ifGiven("expiry");
  }

  private ExpiryRequest ifGiven(String field) {
    return fields
        .text(field)
        .map(text -> ExpiryText.parse(text).orElseGet(() -> broken(field, ExpiryText.RULE)))
        .orElseGet(ExpiryRequest.Unspecified::new);
  }

  private ExpiryRequest broken(String field, String rule) {
    errors.add(new FieldError(field, rule));
    return new ExpiryRequest.Unspecified();
  }
}
