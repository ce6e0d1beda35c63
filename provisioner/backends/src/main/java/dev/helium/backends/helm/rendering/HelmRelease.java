package dev.helium.backends.helm.rendering;

import java.util.List;
import java.util.Objects;

/**
 * What Helm knows of a release.
 *
 * @param appVersion of what the chart installs; empty when it does not say
 * @param manifest all objects but hooks as YAML documents, each after a comment with its template
 */
public record HelmRelease(
    String chart, String version, String appVersion, String manifest, List<Hook> hooks) {
  public HelmRelease {
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(appVersion, "appVersion");
    Objects.requireNonNull(manifest, "manifest");
    hooks = List.copyOf(hooks);
  }

  /**
   * An object that has its own time.
   *
   * @param template of the chart that made it
   * @param manifest as YAML
   * @param events such as {@code pre-install}
   * @param weight lower ones come first
   */
  public record Hook(String template, String manifest, List<String> events, int weight) {
    public Hook {
      Objects.requireNonNull(template, "template");
      Objects.requireNonNull(manifest, "manifest");
      events = List.copyOf(events);
    }
  }
}
