package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** When objects of one kind are ready. */
@FunctionalInterface
public interface ReadyRule {
  /**
   * Judges an object.
   *
   * @param related what {@link #related} asks for, as far as it could be seen
   */
  Verdict judge(JsonNode object, Collection<JsonNode> related);

  /** Other objects that are needed to judge this one, or to say why it is not ready. */
  default Optional<Related> related(JsonNode object) {
    return Optional.empty();
  }
}
