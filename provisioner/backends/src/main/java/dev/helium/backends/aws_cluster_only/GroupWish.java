package dev.helium.backends.aws_cluster_only;

import dev.helium.backends.product.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A group of like nodes that somebody wants.
 *
 * @param gpu whether its nodes need the drivers of GPUs
 */
record GroupWish(
    String name,
    String machineType,
    int minNodes,
    int maxNodes,
    int diskSizeGb,
    boolean spot,
    boolean gpu,
    Map<String, String> labels,
    List<Taint> taints) {

  /**
   * What keeps pods away that do not tolerate it.
   *
   * @param value may be empty
   */
  record Taint(String key, String value, String effect) {}

  GroupWish {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(machineType, "machineType");
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
  }

  static List<GroupWish> of(Values values) {
    return values.objects("infrastructure.nodePools").stream().map(GroupWish::read).toList();
  }

  private static GroupWish read(Values said) {
    return new GroupWish(
        said.text("name"),
        or(said, "machineType", () -> said.text("machineType"), "m6i.xlarge"),
        or(said, "minNodes", () -> said.number("minNodes"), 0),
        or(said, "maxNodes", () -> said.number("maxNodes"), 3),
        or(said, "diskSizeGb", () -> said.number("diskSizeGb"), 100),
        or(said, "spot", () -> said.flag("spot"), false),
        or(said, "gpu", () -> said.flag("gpu"), false),
        said.texts("labels"),
        said.objects("taints").stream()
            .map(
                taint ->
                    new Taint(
                        taint.text("key"),
                        or(taint, "value", () -> taint.text("value"), ""),
                        taint.text("effect")))
            .toList());
  }

  /** Whether it does not take every pod. */
  boolean isPicky() {
    return gpu || !taints.isEmpty();
  }

  private static <T> T or(Values said, String path, Supplier<T> value, T otherwise) {
    return said.has(path) ? value.get() : otherwise;
  }
}
