package dev.helium.backends.gcp_cluster_only;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.resources.Resource;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.google.GooglePlace;
import java.util.List;

/**
 * What nodes are to Google Cloud: they write logs and metrics and pull images, and no more. What
 * runs on them has identities of its own.
 *
 * @param rights that it needs before the first node is there
 */
record NodeAccount(Account account, List<Resource> rights) {
  static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private static final List<String> ROLES =
      List.of(
          "logging.logWriter",
          "monitoring.metricWriter",
          "monitoring.viewer",
          "stackdriver.resourceMetadata.writer",
          "artifactregistry.reader");

  /** Names of accounts have at most 30 characters. */
  private static final int LONGEST = 24;

  NodeAccount {
    rights = List.copyOf(rights);
  }

  static NodeAccount register(GooglePlace place) {
    Account account =
        new Account(
            "nodes",
            AccountArgs.builder()
                .accountId(ShortName.of(place.workspace(), LONGEST) + "-nodes")
                .displayName("Nodes of the workspace " + place.workspace())
                .build(),
            place.with());
    return new NodeAccount(
        account, ROLES.stream().<Resource>map(role -> right(place, account, role)).toList());
  }

  private static IAMMember right(GooglePlace place, Account account, String role) {
    return new IAMMember(
        "nodes-" + role,
        IAMMemberArgs.builder()
            .project(place.project())
            .role("roles/" + role)
            .member(Output.format("serviceAccount:%s", account.email()))
            .build(),
        place.with());
  }
}
