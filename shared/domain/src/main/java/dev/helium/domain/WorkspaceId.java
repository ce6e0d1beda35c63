package dev.helium.domain;

import java.util.regex.Pattern;

/**
 * The name of a workspace, which is also its namespace and the key of all its records.
 *
 * <p>3 to 63 characters: lower-case letters, digits and inner hyphens, ending in a letter or digit,
 * as the original Helium accepted. Any other name is an {@link IllegalArgumentException} whose
 * message is the rule.
 */
public record WorkspaceId(String value) implements Comparable<WorkspaceId> {
  public static final String RULE =
      "must have 3 to 63 characters a-z, 0-9 or '-', and begin and end with a letter or digit";

  private static final Pattern PATTERN = Pattern.compile("[a-z0-9][-a-z0-9]{1,61}[a-z0-9]");

  public WorkspaceId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(RULE);
    }
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
