package dev.helium.backends.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;

/** Which nodes pods may run on, as Kubernetes writes it. */
public final class Placement {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Placement() {}

  /**
   * A component on the nodes that its values name.
   *
   * @param path of the values that hold {@code nodeSelector}, {@code tolerations} and {@code
   *     affinity}
   */
  public static Component of(Component component, Values values, String path) {
    Values said = values.at(path);
    return component.placement(
        said.texts("nodeSelector"),
        said.objects("tolerations").stream()
            .map(each -> read(each, Toleration.class, path + ".tolerations"))
            .toList(),
        said.has("affinity")
            ? read(said.at("affinity"), Affinity.class, path + ".affinity")
            : null);
  }

  /** Of values that have them; an {@link IllegalArgumentException} when Kubernetes has no such. */
  public static List<Toleration> tolerations(Values values) {
    return values.objects("tolerations").stream()
        .map(toleration -> JSON.convertValue(toleration.tree(), Toleration.class))
        .toList();
  }

  /** The same; an empty one for nothing. */
  public static Affinity affinity(Values values) {
    return JSON.convertValue(values.at("affinity").tree(), Affinity.class);
  }

  private static <T> T read(Values values, Class<T> type, String path) {
    try {
      return JSON.convertValue(values.tree(), type);
    } catch (IllegalArgumentException unfit) {
      // Without its words, which quote what people wrote.
      throw new ValueException(path, "must be as Kubernetes writes it");
    }
  }
}
