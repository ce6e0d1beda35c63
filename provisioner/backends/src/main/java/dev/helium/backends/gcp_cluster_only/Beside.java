package dev.helium.backends.gcp_cluster_only;

import com.pulumi.core.Output;
import com.pulumi.gcp.dns.ManagedZone;
import com.pulumi.gcp.dns.ManagedZoneArgs;
import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketArgs;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.google.GooglePlace;
import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there is beside a cluster: a bucket, and a zone of names. */
final class Beside {
  private static final int LONGEST = 40;

  private Beside() {}

  /** Registers what is wanted of it, and gives what others need to know. */
  static Map<String, Output<?>> register(GooglePlace place, Values values) {
    String name = ShortName.of(place.workspace(), LONGEST);
    Map<String, Output<?>> known = new LinkedHashMap<>();
    if (values.flag("bucket.enabled")) {
      Bucket bucket =
          new Bucket(
              name,
              BucketArgs.builder()
                  .location(
                      values.has("bucket.location")
                          ? values.text("bucket.location")
                          : place.region())
                  .uniformBucketLevelAccess(true)
                  .publicAccessPrevention("enforced")
                  // It goes with the workspace, whatever is in it.
                  .forceDestroy(true)
                  .labels(place.labels())
                  .build(),
              place.with());
      known.put("GCSBucket", bucket.name());
    }
    if (values.has("dns.domain")) {
      ManagedZone zone =
          new ManagedZone(
              name,
              ManagedZoneArgs.builder()
                  .dnsName(values.text("dns.domain") + ".")
                  .description("Names of the workspace " + place.workspace())
                  .labels(place.labels())
                  .forceDestroy(true)
                  .build(),
              place.with());
      known.put("NameServers", zone.nameServers().applyValue(all -> String.join(",", all)));
    }
    return known;
  }
}
