package dev.helium.backends.gcp_namespace_only;

import com.pulumi.core.Output;
import com.pulumi.gcp.dns.RecordSet;
import com.pulumi.gcp.dns.RecordSetArgs;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.gcp.serviceaccount.IAMMember;
import com.pulumi.gcp.serviceaccount.IAMMemberArgs;
import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketArgs;
import com.pulumi.gcp.storage.BucketIAMMember;
import com.pulumi.gcp.storage.BucketIAMMemberArgs;
import dev.helium.backends.google.GooglePlace;
import java.util.List;

/**
 * The bucket, and an identity that opens it.
 *
 * @param accounts in the workspace's namespace that are it, and no others
 */
record Store(GooglePlace place, Names names, List<String> accounts) {
  private static final int SECONDS_KEPT = 300;

  Store {
    accounts = List.copyOf(accounts);
  }

  void register() {
    Bucket bucket =
        new Bucket(
            "bucket",
            BucketArgs.builder()
                .name(names.bucket())
                .location(place.region())
                .uniformBucketLevelAccess(true)
                .publicAccessPrevention("enforced")
                // It goes with the workspace, whatever is in it.
                .forceDestroy(true)
                .labels(place.labels())
                .build(),
            place.with());
    Account account =
        new Account(
            "account",
            AccountArgs.builder()
                .accountId(names.account())
                .displayName("Workspace " + place.workspace())
                .build(),
            place.with());
    for (String role : List.of("objectAdmin", "legacyBucketReader")) {
      BucketIAMMember _ =
          new BucketIAMMember(
              "bucket-" + role,
              BucketIAMMemberArgs.builder()
                  .bucket(bucket.name())
                  .role("roles/storage." + role)
                  .member(Output.format("serviceAccount:%s", account.email()))
                  .build(),
              place.with());
    }
    for (String inside : accounts) {
      IAMMember _ =
          new IAMMember(
              "identity-" + inside,
              IAMMemberArgs.builder()
                  .serviceAccountId(account.name())
                  .role("roles/iam.workloadIdentityUser")
                  .member(
                      "serviceAccount:"
                          + place.project()
                          + ".svc.id.goog["
                          + place.workspace()
                          + "/"
                          + inside
                          + "]")
                  .build(),
              place.with());
    }
  }

  /** A name in a zone that is there. */
  static void name(GooglePlace place, String zone, String name, String address) {
    RecordSet _ =
        new RecordSet(
            name,
            RecordSetArgs.builder()
                .managedZone(zone)
                .name(name)
                .type("A")
                .ttl(SECONDS_KEPT)
                .rrdatas(address)
                .build(),
            place.with());
  }
}
