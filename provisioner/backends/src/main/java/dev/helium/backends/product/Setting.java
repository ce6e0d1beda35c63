package dev.helium.backends.product;

import java.util.Objects;

/**
 * All that a workspace's objects are made from.
 *
 * @param workspace its name, which is the name of its namespace too
 * @param expiry as an ISO-8601 instant
 * @param values what counts after defaults, profile and the user's own; what the infrastructure
 *     file says stands in them at {@code infrastructure}, where the backend takes one
 * @param secrets made once for this workspace
 */
public record Setting(
    String workspace, long incarnation, String expiry, Values values, Secrets secrets) {
  public Setting {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(expiry, "expiry");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(secrets, "secrets");
  }

  /** Where all of it is. */
  public String namespace() {
    return workspace;
  }

  /** The name under which pods, also of other namespaces, find a service of this workspace. */
  public String host(String service) {
    return service + "." + workspace + ".svc.cluster.local";
  }
}
