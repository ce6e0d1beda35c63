package dev.helium.launcher.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.trial.PolicyChoice;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A policy in JSON: {@code {"zone": "Europe/Berlin", "defaultDays": 1, "maximumDays": 90}}.
 *
 * <p>At most 64 KiB; every field that breaks a rule is named at once.
 */
public final class PolicyFile {
  private static final int LARGEST = 64 * 1024;
  private static final int MOST_DAYS = 3650;
  private static final Set<String> FIELDS = Set.of("zone", "defaultDays", "maximumDays");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final List<String> errors = new ArrayList<>();

  private PolicyFile(Path file) {
    this.file = file;
  }

  /**
   * What the file says, the same for everybody.
   *
   * @throws UserException when it cannot be read or breaks rules
   */
  public static PolicyChoice read(Path file) {
    ExpiryPolicy policy = new PolicyFile(file).read();
    return (backend, owner) -> policy;
  }

  private ExpiryPolicy read() {
    JsonNode document = document();
    if (!document.isObject()) {
      throw new UserException("%s must be a JSON object.".formatted(file));
    }
    document
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                errors.add(
                    "%s is not known; there are zone, defaultDays and maximumDays".formatted(name));
              }
            });
    ZoneId zone = zone(document.path("zone"));
    int maximum = days(document.path("maximumDays"), "maximumDays", 90, MOST_DAYS);
    int usual = days(document.path("defaultDays"), "defaultDays", 1, maximum);
    if (!errors.isEmpty()) {
      throw new UserException(
          "%s breaks these rules:%n  %s".formatted(file, String.join("\n  ", errors)));
    }
    return new ExpiryPolicy(zone, usual, maximum);
  }

  private JsonNode document() {
    byte[] bytes = content();
    if (bytes.length > LARGEST) {
      throw new UserException("%s has more than %d bytes.".formatted(file, LARGEST));
    }
    try {
      return JSON.readTree(bytes);
    } catch (IOException broken) {
      throw new UserException("%s is not JSON, or names a field twice.".formatted(file), broken);
    }
  }

  private byte[] content() {
    try (InputStream input = Files.newInputStream(file)) {
      return input.readNBytes(LARGEST + 1);
    } catch (IOException missing) {
      throw new UserException("There is no readable file %s.".formatted(file), missing);
    }
  }

  private ZoneId zone(JsonNode value) {
    if (value.isMissingNode()) {
      return ZoneOffset.UTC;
    }
    try {
      if (value.isTextual()) {
        return ZoneId.of(value.asText());
      }
    } catch (DateTimeException unknown) {
      // The rule says what it has to be.
    }
    errors.add("zone must be a time zone such as Europe/Berlin");
    return ZoneOffset.UTC;
  }

  private int days(JsonNode value, String name, int otherwise, int most) {
    if (value.isMissingNode()) {
      return Math.min(otherwise, most);
    }
    if (value.canConvertToInt() && value.isIntegralNumber()) {
      int days = value.asInt();
      if (days >= 1 && days <= most) {
        return days;
      }
    }
    errors.add("%s must be a whole number from 1 to %d".formatted(name, most));
    return Math.min(otherwise, most);
  }
}
