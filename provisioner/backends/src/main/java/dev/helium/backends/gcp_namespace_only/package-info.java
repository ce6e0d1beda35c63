/**
 * The backend {@code gcp_namespace_only}: Pachyderm in a cluster on Google Cloud, with a bucket, an
 * identity and names there.
 */
package dev.helium.backends.gcp_namespace_only;
