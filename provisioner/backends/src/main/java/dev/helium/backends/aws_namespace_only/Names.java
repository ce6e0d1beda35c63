package dev.helium.backends.aws_namespace_only;

import dev.helium.backends.cloud.ShortName;

/**
 * What is known of what a workspace has on Amazon's cloud before it is there. Names of buckets are
 * everybody's, so the account is in it.
 *
 * @param account of the cloud, twelve digits
 * @param issuer of the cluster's identities, without its scheme
 */
record Names(String account, String issuer, String bucket, String role) {
  private static final int LONGEST = 40;
  private static final String PROVIDER = ":oidc-provider/";

  /**
   * @param identityProvider its ARN
   */
  static Names of(String identityProvider, String workspace, long life) {
    String account = identityProvider.split(":", -1)[4];
    String issuer =
        identityProvider.substring(identityProvider.indexOf(PROVIDER) + PROVIDER.length());
    String name = ShortName.of(workspace + "-" + life, LONGEST);
    return new Names(account, issuer, "pach-" + account + "-" + name, "pach-" + name);
  }

  String roleArn() {
    return "arn:aws:iam::" + account + ":role/" + role;
  }
}
