package dev.helium.gateway.stream;

import dev.helium.domain.FieldError;
import dev.helium.service.NearestName;
import dev.helium.wire.EventCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of events that somebody names, whole or by what they begin with. */
final class EventTypeNames {
  private static final String ANY = "*";
  private static final List<String> ALL = EventCodec.types().stream().sorted().toList();

  private EventTypeNames() {}

  /**
   * All types that are meant. One that no event can have would never be heard of, so it is an
   * error.
   *
   * @param errors takes the rule that is broken
   */
  static Set<String> read(Set<String> named, List<FieldError> errors) {
    Set<String> meant = new HashSet<>();
    for (String name : named.stream().sorted().toList()) {
      Set<String> found = meant(name);
      if (found.isEmpty()) {
        errors.add(new FieldError("type", rule(name)));
      }
      meant.addAll(found);
    }
    return meant;
  }

  private static Set<String> meant(String name) {
    if (!name.endsWith(ANY)) {
      return ALL.contains(name) ? Set.of(name) : Set.of();
    }
    String beginning = name.substring(0, name.length() - ANY.length());
    return ALL.stream().filter(type -> type.startsWith(beginning)).collect(Collectors.toSet());
  }

  private static String rule(String name) {
    return NearestName.of(name, ALL)
        .map(type -> "is not a type of event; did you mean \"" + type + "\"?")
        .orElse("must be a type of event such as " + ALL.getFirst() + ", or the beginning and *");
  }
}
