package dev.helium.gateway.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the members of groups are here. */
record GroupRoles(Map<String, Role> roles) {
  static final String RULE =
      "must be pairs such as /team/ops=operator,*=viewer, each role of which " + Role.RULE;

  /** Stands for everybody whom the issuer lets in. */
  private static final String EVERYBODY = "*";

  GroupRoles {
    roles = Map.copyOf(roles);
  }

  /**
   * @param text pairs of a group and a role, separated by commas; anything else is an {@link
   *     IllegalArgumentException} with the rule
   */
  static GroupRoles parse(String text) {
    Map<String, Role> roles = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.lastIndexOf('=');
      String group = equals < 0 ? "" : pair.substring(0, equals).strip();
      Optional<Role> role = Role.of(pair.substring(equals + 1).strip());
      if (group.isEmpty() || role.isEmpty() || roles.put(group, role.get()) != null) {
        throw new IllegalArgumentException(RULE + ", and name each group once");
      }
    }
    return new GroupRoles(roles);
  }

  /** The highest role that any of the groups has; empty when none has one. */
  Optional<Role> of(Collection<String> groups) {
    Role best = roles.get(EVERYBODY);
    for (String group : groups) {
      Role role = group.equals(EVERYBODY) ? null : roles.get(group);
      if (role != null && (best == null || role.compareTo(best) > 0)) {
        best = role;
      }
    }
    return Optional.ofNullable(best);
  }
}
