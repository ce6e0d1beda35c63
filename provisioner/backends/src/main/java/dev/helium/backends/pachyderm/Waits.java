package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pods that begin when what they need is ready. */
final class Waits {
  private static final String NAME = "wait";

  private Waits() {}

  /**
   * An initial container, in the image that has a shell for it and is there anyway.
   *
   * @param places host and port with a slash between
   */
  static Container until(Plan plan, List<String> places) {
    // The word after the script is what the shell calls itself.
    List<String> words =
        new ArrayList<>(Arrays.asList("bash", "-c", Template.text("wait.sh"), NAME));
    words.addAll(places);
    return Component.of(NAME, Images.of(plan, "pgbouncer.image"))
        .command(words.toArray(String[]::new))
        .security(null, Pods.readOnly())
        .asContainer();
  }
}
