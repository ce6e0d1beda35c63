package dev.helium.backends.aws_cluster_only;

import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.core.Output;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there is beside a cluster: a bucket, and a zone of names. */
final class Beside {
  private static final int LONGEST = 40;

  private Beside() {}

  /** Registers what is wanted of it, and gives what others need to know. */
  static Map<String, Output<?>> register(AmazonPlace place, Values values) {
    Map<String, Output<?>> known = new LinkedHashMap<>();
    if (values.flag("bucket.enabled")) {
      BucketV2 bucket =
          new BucketV2(
              ShortName.of(place.workspace(), LONGEST),
              // It goes with the workspace, whatever is in it.
              BucketV2Args.builder().forceDestroy(true).build(),
              place.with());
      BucketPublicAccessBlock _ =
          new BucketPublicAccessBlock(
              "bucket",
              BucketPublicAccessBlockArgs.builder()
                  .bucket(bucket.id())
                  .blockPublicAcls(true)
                  .blockPublicPolicy(true)
                  .ignorePublicAcls(true)
                  .restrictPublicBuckets(true)
                  .build(),
              place.with());
      known.put("S3Bucket", bucket.bucket());
    }
    if (values.has("dns.domain")) {
      Zone zone =
          new Zone(
              "names",
              ZoneArgs.builder().name(values.text("dns.domain")).forceDestroy(true).build(),
              place.with());
      known.put("NameServers", zone.nameServers().applyValue(all -> String.join(",", all)));
    }
    return known;
  }
}
