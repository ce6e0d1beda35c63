package dev.helium.backends.aws_namespace_only;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.core.Output;
import dev.helium.backends.amazon.AmazonPlace;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bucket, and a role that opens it.
 *
 * @param accounts in the workspace's namespace that take it on, and no others
 */
record Store(AmazonPlace place, Names names, List<String> accounts) {
  private static final int SECONDS_KEPT = 300;

  private static final String RIGHTS =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:ListBucket"],\
       "Resource": "%1$s"}, {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject",\
       "s3:DeleteObject"], "Resource": "%1$s/*"}]}\
      """;

  Store {
    accounts = List.copyOf(accounts);
  }

  /**
   * @param identityProvider of the cluster
   */
  void register(String identityProvider) {
    BucketV2 bucket =
        new BucketV2(
            "bucket",
            // It goes with the workspace, whatever is in it.
            BucketV2Args.builder().bucket(names.bucket()).forceDestroy(true).build(),
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
    Role role =
        new Role(
            "role",
            RoleArgs.builder().name(names.role()).assumeRolePolicy(trust(identityProvider)).build(),
            place.with());
    RolePolicy _ =
        new RolePolicy(
            "bucket",
            RolePolicyArgs.builder()
                .role(role.id())
                .policy(bucket.arn().applyValue(RIGHTS::formatted))
                .build(),
            place.with());
  }

  /** A name in a zone that is there. */
  void name(String zone, String name, String address) {
    Record _ =
        new Record(
            name,
            RecordArgs.builder()
                .zoneId(zone)
                .name(name)
                .type("CNAME")
                .ttl(SECONDS_KEPT)
                .records(address)
                .build(),
            place.with());
  }

  private Output<String> trust(String identityProvider) {
    String subjects =
        accounts.stream()
            .map(account -> "system:serviceaccount:" + place.workspace() + ":" + account)
            .map(subject -> '"' + subject + '"')
            .collect(Collectors.joining(", "));
    return Output.of(
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action":\
         "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "%1$s"}, "Condition":\
         {"StringEquals": {"%2$s:aud": "sts.amazonaws.com", "%2$s:sub": [%3$s]}}}]}\
        """
            .formatted(identityProvider, names.issuer(), subjects));
  }
}
