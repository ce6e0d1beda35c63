package dev.helium.backends.helm;

import dev.helium.backends.helm.source.ChartReference;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked for, once it has been checked.
 *
 * @param releaseName empty for that of the workspace
 * @param values for the chart; nothing (null) in them takes a default of the chart away
 */
record HelmInput(ChartReference chart, String releaseName, Map<String, Object> values) {
  private static final int LONGEST_NAME = 53;

  HelmInput {
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(releaseName, "releaseName");
    Objects.requireNonNull(values, "values");
  }

  String release(String workspace) {
    String name = releaseName.isEmpty() ? workspace : releaseName;
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceFirst("-+$", "");
  }
}
