package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;

/** The proxy that requests to the world outside the cluster must go through, where there is one. */
final class WebProxy {
  private WebProxy() {}

  /** In both spellings, as programs look for either. */
  static void describe(Plan plan, Component component) {
    if (plan.values().has("global.proxy")) {
      String proxy = plan.values().text("global.proxy");
      component
          .environment("http_proxy", proxy)
          .environment("https_proxy", proxy)
          .environment("HTTP_PROXY", proxy)
          .environment("HTTPS_PROXY", proxy);
    }
    if (plan.values().has("global.noProxy")) {
      String exceptions = plan.values().text("global.noProxy");
      component.environment("no_proxy", exceptions).environment("NO_PROXY", exceptions);
    }
  }
}
