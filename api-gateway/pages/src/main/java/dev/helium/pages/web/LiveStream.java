package dev.helium.pages.web;

import java.util.List;

/** What a page listens to, to know when something that it shows has changed. */
public final class LiveStream {
  /** Where the public API streams events. */
  public static final String PATH = "/v1/api/events";

  /** Every type of event; a browser hears only of types that it names. */
  public static final List<String> TYPES =
      List.of(
          "dev.helium.workspace.cancelled.v1",
          "dev.helium.workspace.cluster-gone.v1",
          "dev.helium.workspace.connection-changed.v1",
          "dev.helium.workspace.created.v1",
          "dev.helium.workspace.deleted.v1",
          "dev.helium.workspace.deletion-held.v1",
          "dev.helium.workspace.deletion-requested.v1",
          "dev.helium.workspace.destroyed.v1",
          "dev.helium.workspace.drifted.v1",
          "dev.helium.workspace.expiring-soon.v1",
          "dev.helium.workspace.expiry-changed.v1",
          "dev.helium.workspace.gave-up.v1",
          "dev.helium.workspace.progressed.v1",
          "dev.helium.workspace.protected.v1",
          "dev.helium.workspace.provisioned.v1",
          "dev.helium.workspace.readiness-changed.v1",
          "dev.helium.workspace.refused.v1",
          "dev.helium.workspace.retried.v1",
          "dev.helium.workspace.retry-scheduled.v1",
          "dev.helium.workspace.unchanged.v1",
          "dev.helium.workspace.unprotected.v1",
          "dev.helium.workspace.updated.v1");

  private LiveStream() {}

  /** Of everything, to be narrowed by the stream's own parameters such as {@code workspace}. */
  public static Query all() {
    return Query.of(PATH);
  }

  /** As a template hands them to the script. */
  public static String types() {
    return String.join(" ", TYPES);
  }
}
