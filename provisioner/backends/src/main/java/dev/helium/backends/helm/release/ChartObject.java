package dev.helium.backends.helm.release;

import dev.helium.backends.schema.Trees;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An object as a chart makes it.
 *
 * @param tree all of it; it can be changed
 * @param template that it is from, such as {@code web/templates/service.yaml}
 * @param hook when it has its time; nothing for an object of the release itself
 * @param definition whether it is made before everything else, from {@code crds}
 */
public record ChartObject(
    Map<String, Object> tree, String template, Optional<Hook> hook, boolean definition) {
  public ChartObject {
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(hook, "hook");
  }

  public String apiVersion() {
    return text("apiVersion");
  }

  public String kind() {
    return text("kind");
  }

  public String name() {
    return text("metadata.name");
  }

  /** The one that the chart names; empty for none. */
  public String namespace() {
    return text("metadata.namespace");
  }

  /** Such as {@code Deployment/web}. */
  public String title() {
    return kind() + "/" + name();
  }

  private String text(String path) {
    return Trees.find(tree, path).map(String::valueOf).orElse("");
  }
}
