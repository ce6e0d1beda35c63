package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;

/**
 * What the namespace of a workspace says to programs of the cluster that go by it, such as one that
 * copies secrets into namespaces with a label. What the kit itself writes there counts before this.
 *
 * @param labels as Kubernetes takes them: values have at most 63 letters, digits, dots, dashes and
 *     underscores, so no instants
 */
public record NamespaceMarks(Map<String, String> labels, Map<String, String> annotations) {
  /** Of a product that nobody but Helium needs to know of. */
  public static final NamespaceMarks NONE = new NamespaceMarks(Map.of(), Map.of());

  public NamespaceMarks {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** A namespace that says so. */
  Namespace on(String name) {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(labels)
        .withAnnotations(annotations)
        .endMetadata()
        .build();
  }
}
