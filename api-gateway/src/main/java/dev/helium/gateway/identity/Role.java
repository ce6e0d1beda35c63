package dev.helium.gateway.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody is here; each may do what those before it may, and more. */
public enum Role {
  /** Sees every workspace. */
  VIEWER,
  /** Makes workspaces, and changes and ends those of its own. */
  USER,
  /** Changes and ends everybody's workspaces. */
  OPERATOR,
  /** Says how Helium itself is to work. */
  ADMIN;

  /** The rule that a word for a role keeps. */
  static final String RULE =
      "must be one of " + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));

  /** As settings and answers say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word; empty for any other text. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** The one that may do less. */
  Role orLess(Role other) {
    return compareTo(other) < 0 ? this : other;
  }
}
