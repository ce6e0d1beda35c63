package dev.helium.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rules for labels, which are those of Kubernetes: a name of at most 63 characters, before it
 * perhaps a prefix of at most 253 and a slash, and a value of at most 63 characters that may be
 * empty. Prefixes of Helium's own and of Kubernetes are not for people.
 */
public final class Labels {
  /** Of one workspace. */
  public static final int MOST = 32;

  private static final String FIELD = "labels";
  private static final int LONGEST_PREFIX = 253;
  private static final int SHOWN = 64;
  private static final String NAME_RULE =
      "is not a label's name: at most 63 characters A-Z, a-z, 0-9, '-', '_' or '.', beginning and"
          + " ending with a letter or digit; before it perhaps a DNS name and '/'";
  private static final String VALUE_RULE =
      "must have at most 63 characters A-Z, a-z, 0-9, '-', '_' or '.', and begin and end with a"
          + " letter or digit";

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final List<String> RESERVED = List.of("helium.dev", "kubernetes.io", "k8s.io");

  private Labels() {}

  /** Every rule that these break, of the field {@code labels}; empty when none. */
  public static List<FieldError> check(Map<String, String> labels) {
    List<FieldError> errors = new ArrayList<>();
    if (labels.size() > MOST) {
      errors.add(new FieldError(FIELD, "must be at most " + MOST));
    }
    new TreeMap<>(labels)
        .forEach(
            (key, value) -> {
              checkKey(key, errors);
              if (!value.isEmpty() && !NAME.matcher(value).matches()) {
                errors.add(new FieldError(field(key), VALUE_RULE));
              }
            });
    return errors;
  }

  private static void checkKey(String key, List<FieldError> errors) {
    int slash = key.indexOf('/');
    String prefix = slash < 0 ? "" : key.substring(0, slash);
    if (!NAME.matcher(key.substring(slash + 1)).matches()
        || (slash >= 0
            && (prefix.length() > LONGEST_PREFIX || !PREFIX.matcher(prefix).matches()))) {
      errors.add(new FieldError(field(key), NAME_RULE));
    } else if (isReserved(prefix)) {
      errors.add(new FieldError(field(key), "has a prefix that is kept for " + owner(prefix)));
    }
  }

  private static boolean isReserved(String prefix) {
    return RESERVED.stream()
        .anyMatch(reserved -> prefix.equals(reserved) || prefix.endsWith("." + reserved));
  }

  private static String owner(String prefix) {
    return prefix.endsWith("helium.dev") ? "Helium" : "Kubernetes";
  }

  /** A name that breaks the rules may be anything. */
  private static String field(String key) {
    String printable = key.replaceAll("[^ -~]", "?");
    return FIELD
        + "."
        + (printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...");
  }
}
