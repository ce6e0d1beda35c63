package dev.helium.gateway.identity;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.KnownNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what a file says about one token, all of it before it complains. Used once. */
final class TokenForm {
  private static final KnownNames FIELDS =
      KnownNames.ofFields(List.of("id", "sha256", "name", "role", "scopes", "expires", "note"));
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

  private final String place;
  private final Object value;
  private final List<FieldError> errors;
  private final int before;

  /**
   * @param place where it stands in the file
   * @param errors takes the rules that are broken
   */
  TokenForm(String place, Object value, List<FieldError> errors) {
    this.place = place;
    this.value = value;
    this.errors = errors;
    this.before = errors.size();
  }

  /** Empty when a rule is broken. */
  Optional<TokenEntry> entry() {
    if (!(value instanceof JsonObject token)) {
      errors.add(new FieldError(place, "must be an object"));
      return Optional.empty();
    }
    for (String field : token.fieldNames()) {
      if (!FIELDS.knows(field)) {
        broken(KnownNames.shown(field), FIELDS.rule(field));
      }
    }
    String id =
        matching(token, "id", ID, "must have 1 to 64 letters, digits, dots, '@', '_' or '-'");
    String digest =
        matching(
            token, "sha256", DIGEST, "must be the SHA-256 of the token in 64 hexadecimal digits");
    String name = text(token, "name");
    if (!PersonName.canBe(name)) {
      broken("name", PersonName.RULE);
    }
    Optional<Role> role = Role.of(text(token, "role"));
    if (role.isEmpty()) {
      broken("role", Role.RULE);
    }
    Set<Action> scopes = scopes(token.getValue("scopes"));
    Instant expires = expires(token.getValue("expires"));
    if (token.getValue("note") != null && !(token.getValue("note") instanceof String)) {
      broken("note", "must be text");
    }
    return errors.size() > before
        ? Optional.empty()
        : Optional.of(
            new TokenEntry(
                id, TokenDigest.ofHex(digest), name, role.orElseThrow(), scopes, expires));
  }

  private Set<Action> scopes(Object listed) {
    if (listed == null) {
      return Identity.EVERYTHING;
    }
    Set<Action> scopes = EnumSet.noneOf(Action.class);
    if (listed instanceof JsonArray list && !list.isEmpty()) {
      for (Object each : list) {
        Optional<Action> action = each instanceof String word ? Action.of(word) : Optional.empty();
        action.ifPresentOrElse(scopes::add, () -> broken("scopes", "each " + Action.RULE));
      }
    } else {
      broken("scopes", "must be a list with at least one word, or be left out");
    }
    return scopes;
  }

  private Instant expires(Object instant) {
    if (instant == null) {
      return Instant.MAX;
    }
    try {
      if (instant instanceof String text) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeParseException notAnInstant) {
      // The rule says what it has to be.
    }
    broken("expires", "must be an instant such as 2026-02-22T15:04:05Z, or be left out");
    return Instant.MAX;
  }

  private String matching(JsonObject token, String field, Pattern pattern, String rule) {
    String text = text(token, field);
    if (!pattern.matcher(text).matches()) {
      broken(field, rule);
    }
    return text;
  }

  private static String text(JsonObject token, String field) {
    return token.getValue(field) instanceof String text ? text : "";
  }

  private void broken(String field, String rule) {
    errors.add(new FieldError(place + "." + field, rule));
  }
}
