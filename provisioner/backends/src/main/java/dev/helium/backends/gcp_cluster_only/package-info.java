/**
 * The backend {@code gcp_cluster_only}: a cluster of the Google Kubernetes Engine with a network,
 * node pools, accounts, a bucket and a zone of names of its own.
 */
package dev.helium.backends.gcp_cluster_only;
