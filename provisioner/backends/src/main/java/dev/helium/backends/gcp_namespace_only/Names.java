package dev.helium.backends.gcp_namespace_only;

import dev.helium.backends.cloud.ShortName;

/**
 * What is known of what a workspace has on Google Cloud before it is there. Names of buckets are
 * everybody's, so the project is in it.
 *
 * @param account at most 30 characters
 */
record Names(String project, String bucket, String account) {
  private static final int LONGEST_BUCKET = 50;
  private static final int LONGEST_ACCOUNT = 25;

  static Names of(String project, String workspace, long life) {
    // Another bucket for each life: the name of one that was deleted is not free at once.
    String name = project + "-" + workspace + "-" + life;
    return new Names(
        project,
        "pach-" + ShortName.of(name, LONGEST_BUCKET),
        "pach-" + ShortName.of(workspace, LONGEST_ACCOUNT));
  }

  String email() {
    return account + "@" + project + ".iam.gserviceaccount.com";
  }
}
