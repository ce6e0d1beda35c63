package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import java.util.Map;

/** What people are told of the ways into a component, by annotations of its service and ingress. */
final class Ways {
  /** Only other components come to these. */
  private static final Map<String, String> NONE = Map.of(WayAnnotations.HIDDEN, "true");

  private Ways() {}

  static Map<String, String> annotations(Values all, Part part) {
    return switch (part) {
      case WEB -> Map.of(WayAnnotations.LINK_NAME, "console");
      case WORKER -> Map.of(WayAnnotations.LINK_NAME, "worker");
      case STUDIO -> Map.of(WayAnnotations.LINK_NAME, "studio");
      case KONG ->
          Map.of(
              WayAnnotations.LINK_NAME,
              "api",
              WayAnnotations.CREDENTIALS,
              SecretGroup.SUPABASE.name(all));
      case DB ->
          Map.of(
              WayAnnotations.LINK_NAME,
              "postgres",
              WayAnnotations.CREDENTIALS,
              SecretGroup.POSTGRES.name(all));
      case CLICKHOUSE ->
          Map.of(
              WayAnnotations.LINK_NAME,
              "clickhouse",
              WayAnnotations.CREDENTIALS,
              SecretGroup.CLICKHOUSE.name(all));
      case IMGPROXY, AUTH, REST, REALTIME, META, STORAGE, FUNCTIONS -> NONE;
    };
  }
}
