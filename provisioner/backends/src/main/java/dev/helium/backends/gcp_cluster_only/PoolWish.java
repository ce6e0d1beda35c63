package dev.helium.backends.gcp_cluster_only;

import dev.helium.backends.product.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A group of like nodes that somebody wants.
 *
 * @param minNodes fewest in each zone
 * @param maxNodes most in each zone
 * @param gpuType empty for none
 * @param gpuCount of each node
 */
record PoolWish(
    String name,
    String machineType,
    int minNodes,
    int maxNodes,
    int diskSizeGb,
    String diskType,
    boolean spot,
    Map<String, String> labels,
    List<Taint> taints,
    String gpuType,
    int gpuCount) {

  /**
   * What keeps pods away that do not tolerate it.
   *
   * @param value may be empty
   */
  record Taint(String key, String value, String effect) {}

  PoolWish {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(machineType, "machineType");
    Objects.requireNonNull(diskType, "diskType");
    Objects.requireNonNull(gpuType, "gpuType");
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
  }

  /** All that are wanted; one of the usual kind when nobody says which. */
  static List<PoolWish> of(Values values) {
    List<Values> said = values.objects("infrastructure.nodePools");
    return said.isEmpty()
        ? List.of(
            new PoolWish(
                "default",
                "n2-standard-4",
                1,
                3,
                100,
                "pd-balanced",
                false,
                Map.of(),
                List.of(),
                "",
                0))
        : said.stream().map(PoolWish::read).toList();
  }

  private static PoolWish read(Values said) {
    return new PoolWish(
        said.text("name"),
        or(said, "machineType", () -> said.text("machineType"), "n2-standard-4"),
        or(said, "minNodes", () -> said.number("minNodes"), 0),
        or(said, "maxNodes", () -> said.number("maxNodes"), 3),
        or(said, "diskSizeGb", () -> said.number("diskSizeGb"), 100),
        or(said, "diskType", () -> said.text("diskType"), "pd-balanced"),
        or(said, "spot", () -> said.flag("spot"), false),
        said.texts("labels"),
        said.objects("taints").stream()
            .map(
                taint ->
                    new Taint(
                        taint.text("key"),
                        or(taint, "value", () -> taint.text("value"), ""),
                        taint.text("effect")))
            .toList(),
        or(said, "gpu", () -> said.text("gpu.type"), ""),
        or(said, "gpu", () -> or(said, "gpu.count", () -> said.number("gpu.count"), 1), 0));
  }

  /** Whether it does not take every pod. */
  boolean isPicky() {
    return !gpuType.isEmpty() || !taints.isEmpty();
  }

  private static <T> T or(Values said, String path, Supplier<T> value, T otherwise) {
    return said.has(path) ? value.get() : otherwise;
  }
}
