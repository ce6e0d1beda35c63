package dev.helium.backends.helm;

import dev.helium.backends.product.ObjectTree;
import dev.helium.backends.schema.Trees;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells of every object whose it is, and until when. Templates of pods keep the labels that
 * the chart gives them, as services may select by these.
 */
final class Marks {
  private static final String HOOK_SECONDS = "300";

  private final Map<String, String> labels;
  private final String expiry;

  /**
   * @param expiry as an ISO-8601 instant
   */
  Marks(String workspace, String incarnation, String expiry) {
    this.labels = new LinkedHashMap<>();
    labels.put("helium.dev/workspace", workspace);
    labels.put("helium.dev/incarnation", incarnation);
    this.expiry = expiry;
  }

  /** Of an object that nobody waits for, unless it is awaited. */
  void put(ObjectTree object, boolean awaited) {
    Map<String, Object> metadata = object.metadata();
    Map<String, Object> own = Trees.inner(metadata, "labels");
    own.putAll(labels);
    own.put("app.kubernetes.io/managed-by", "helium");
    Map<String, Object> annotations = Trees.inner(metadata, "annotations");
    annotations.put("helium.dev/expiry", expiry);
    if (awaited) {
      // As long as Helm waits for a hook.
      annotations.put("pulumi.com/timeoutSeconds", HOOK_SECONDS);
    } else {
      annotations.put("pulumi.com/skipAwait", "true");
    }
    object.podTemplate().ifPresent(this::label);
    object.otherTemplates().forEach(this::label);
  }

  private void label(Map<String, Object> template) {
    Trees.inner(Trees.inner(template, "metadata"), "labels").putAll(labels);
  }
}
