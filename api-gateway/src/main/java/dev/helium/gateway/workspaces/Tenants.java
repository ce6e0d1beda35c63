package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import java.util.List;
import java.util.stream.Collectors;

/** The workspaces that live in the cluster which another one made. */
public final class Tenants {
  private static final int MOST_NAMED = 10;

  private Tenants() {}

  /** Who they are and until when, in one clause. */
  public static String named(List<WorkspaceView> tenants) {
    String named =
        tenants.stream()
            .limit(MOST_NAMED)
            .map(view -> view.workspace().id() + " (until " + view.workspace().expiresAt() + ")")
            .collect(Collectors.joining(", "));
    int more = tenants.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  static void requireNone(List<WorkspaceView> tenants) {
    if (!tenants.isEmpty()) {
      throw Problem.of(
              ProblemKind.CONFLICT,
              "Other workspaces live in the cluster that it made: "
                  + named(tenants)
                  + ". Delete them first; at its expiry it goes by itself when they are gone.")
          .exception();
    }
  }
}
