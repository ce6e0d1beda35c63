package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tells of every object whose it is, and until when. */
final class WorkspaceMarks {
  private final String namespace;
  private final Map<String, String> labels;
  private final Map<String, String> annotations;

  /**
   * @param expiry as an ISO-8601 instant
   */
  WorkspaceMarks(String workspace, long incarnation, String expiry) {
    this.namespace = workspace;
    this.labels = new LinkedHashMap<>();
    labels.put("app.kubernetes.io/managed-by", "helium");
    labels.put("helium.dev/workspace", workspace);
    labels.put("helium.dev/incarnation", Long.toString(incarnation));
    this.annotations = new LinkedHashMap<>();
    annotations.put("helium.dev/expiry", expiry);
    // Readiness is what the status watcher sees; no program waits for it.
    annotations.put("pulumi.com/skipAwait", "true");
  }

  /**
   * Marks the object, and with what cannot change in the life of a workspace what it makes: a new
   * expiry must not restart a pod, and templates of claims are fixed.
   */
  void put(ObjectTree object) {
    Map<String, Object> metadata = object.metadata();
    if (object.namespaced()) {
      metadata.put("namespace", namespace);
    }
    label(object.tree());
    Trees.inner(metadata, "annotations").putAll(annotations);
    object.podTemplate().ifPresent(this::label);
    object.otherTemplates().forEach(this::label);
  }

  private void label(Map<String, Object> labelled) {
    Trees.inner(Trees.inner(labelled, "metadata"), "labels").putAll(labels);
  }
}
