package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Resources;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What KWOK does to the objects of a cluster, put together from the files under {@code stages}. A
 * line {@code #include NAME} stands for a fragment: stages share much, and KWOK has no way to say
 * so.
 */
final class Stages {

  private static final List<String> NAMES =
      List.of(
          "node-ready",
          "node-heartbeat",
          "pod-creating",
          "pod-ready",
          "pod-mount-error",
          "pod-config-error",
          "pod-initializing",
          "pod-image-pull-error",
          "pod-image-pull-back-off",
          "pod-crash",
          "pod-crash-loop",
          "pod-unready",
          "pod-complete",
          "pod-delete",
          "service-address",
          "claim-volume",
          "volume-delete");

  private static final Pattern INCLUDE = Pattern.compile("( *)#include ([a-z-]+)");

  private Stages() {}

  /** One YAML document a stage. */
  static String all() {
    return NAMES.stream()
        .map(name -> expand(Resources.text("stages/" + name + ".yaml")))
        .collect(Collectors.joining("---\n"));
  }

  private static String expand(String text) {
    return text.lines()
        .map(
            line -> {
              Matcher matcher = INCLUDE.matcher(line);
              if (!matcher.matches()) {
                return line + "\n";
              }
              String fragment = Resources.text("stages/fragments/" + matcher.group(2) + ".yaml");
              return expand(fragment)
                  .lines()
                  .map(included -> matcher.group(1) + included + "\n")
                  .collect(Collectors.joining());
            })
        .collect(Collectors.joining());
  }
}
