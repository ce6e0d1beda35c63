package dev.helium.backends.posthog;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** An object of a kind that the model does not know, which lives in a namespace. */
final class ForeignObject extends GenericKubernetesResource implements Namespaced {
  private static final long serialVersionUID = 1L;

  private ForeignObject() {}

  static ForeignObject of(
      String apiVersion,
      String kind,
      String name,
      Map<String, String> labels,
      Map<String, Object> spec) {
    ForeignObject object = new ForeignObject();
    object.setApiVersion(apiVersion);
    object.setKind(kind);
    object.setMetadata(new ObjectMetaBuilder().withName(name).withLabels(labels).build());
    object.setAdditionalProperty("spec", spec);
    return object;
  }
}
