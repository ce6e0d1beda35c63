package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** ClickHouse. */
final class ClickHouse {
  private ClickHouse() {}

  static List<HasMetadata> of(Plan plan) {
    Values values = Part.CLICKHOUSE.in(plan.values());
    Assembly assembly = Assembly.of(plan, Part.CLICKHOUSE).oneAtATime();
    return assembly.objects(
        Claims.mount(
            assembly.component(), Part.CLICKHOUSE, values, "clickhouse", "/var/lib/clickhouse"));
  }
}
