/**
 * The backend {@code aws_namespace_only}: Pachyderm in a cluster on Amazon's cloud, with a bucket,
 * a role and names there.
 */
package dev.helium.backends.aws_namespace_only;
