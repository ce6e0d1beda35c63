package dev.helium.backends.product;

import dev.helium.backends.Footprint;
import dev.helium.backends.schema.Trees;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pods ask for, as the scheduler counts it: initial containers run one after the other, before
 * or (when they are restarted always) beside the main ones, and a limit without a request is a
 * request. An autoscaler counts with its minimum, a daemon set as on one node, a job and a cron job
 * while they run.
 */
public final class ObjectFootprint {
  private static final int THOUSANDTHS = 3;

  private final Map<String, Integer> minimums = new HashMap<>();

  private ObjectFootprint(List<ObjectTree> objects) {
    for (ObjectTree object : objects) {
      if (object.kind().equals("HorizontalPodAutoscaler")) {
        minimums.put(
            text(object, "spec.scaleTargetRef.kind")
                + "/"
                + text(object, "spec.scaleTargetRef.name"),
            number(object, "spec.minReplicas"));
      }
    }
  }

  /** Of all objects of a workspace together. */
  public static Footprint of(List<ObjectTree> objects) {
    ObjectFootprint footprint = new ObjectFootprint(objects);
    BigDecimal cores = BigDecimal.ZERO;
    BigDecimal bytes = BigDecimal.ZERO;
    for (ObjectTree object : objects) {
      BigDecimal pods = BigDecimal.valueOf(footprint.pods(object));
      cores = cores.add(pods.multiply(footprint.pod(object, "cpu")));
      bytes = bytes.add(pods.multiply(footprint.pod(object, "memory")));
    }
    return new Footprint(
        cores.movePointRight(THOUSANDTHS).setScale(0, RoundingMode.CEILING).longValueExact(),
        bytes.setScale(0, RoundingMode.CEILING).longValueExact());
  }

  private int pods(ObjectTree object) {
    return switch (object.kind()) {
      case "Deployment", "StatefulSet", "ReplicaSet" ->
          minimums.getOrDefault(
              object.kind() + "/" + object.name(), number(object, "spec.replicas"));
      case "Job" -> number(object, "spec.parallelism");
      case "CronJob" -> number(object, "spec.jobTemplate.spec.parallelism");
      default -> 1;
    };
  }

  private BigDecimal pod(ObjectTree object, String resource) {
    return object
        .podTemplate()
        .map(template -> Trees.map(template.get("spec"), "spec"))
        .map(pod -> pod(pod, resource))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal pod(Map<String, Object> pod, String resource) {
    BigDecimal beside = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    for (Object container : list(pod, "initContainers")) {
      BigDecimal asked = asked(container, resource);
      if (Trees.find((Map<?, ?>) container, "restartPolicy").filter("Always"::equals).isPresent()) {
        beside = beside.add(asked);
        before = before.max(beside);
      } else {
        before = before.max(beside.add(asked));
      }
    }
    BigDecimal main = beside;
    for (Object container : list(pod, "containers")) {
      main = main.add(asked(container, resource));
    }
    return main.max(before);
  }

  private static BigDecimal asked(Object container, String resource) {
    Map<?, ?> map = (Map<?, ?>) container;
    return Trees.find(map, "resources.requests." + resource)
        .or(() -> Trees.find(map, "resources.limits." + resource))
        .map(amount -> Quantity.parse(String.valueOf(amount)).getNumericalAmount())
        .orElse(BigDecimal.ZERO);
  }

  private static List<?> list(Map<String, Object> map, String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  private static String text(ObjectTree object, String path) {
    return String.valueOf(Trees.find(object.tree(), path).orElse(""));
  }

  /** Kubernetes' default for all of these is 1. */
  private static int number(ObjectTree object, String path) {
    return Trees.find(object.tree(), path).map(value -> ((Number) value).intValue()).orElse(1);
  }
}
