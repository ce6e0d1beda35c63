package dev.helium.watcher.judging;

import dev.helium.domain.Connection;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/**
 * What a service or an ingress says of the ways into it beyond what Kubernetes knows. What is no
 * name is taken as not said.
 *
 * @param linkName what it leads to, such as {@code console}; empty when it does not say
 * @param credentials name of the secret that opens it; empty when it does not say
 * @param hidden whether nobody is to be told of it
 */
record Declared(String linkName, String credentials, boolean hidden) {
  static final String LINK_NAME = "helium.dev/link-name";
  static final String CREDENTIALS = "helium.dev/credentials";
  static final String HIDDEN = "helium.dev/hidden";

  static Declared of(ObjectMeta metadata) {
    Map<String, String> annotations =
        metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
    return new Declared(
        name(annotations.get(LINK_NAME)),
        name(annotations.get(CREDENTIALS)),
        "true".equals(annotations.get(HIDDEN)));
  }

  private static String name(String annotation) {
    String text = Judge.text(annotation);
    return Connection.isName(text) ? text : "";
  }
}
