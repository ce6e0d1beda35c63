/**
 * The backend {@code aws_cluster_only}: a cluster of Amazon's Elastic Kubernetes Service with a
 * network, node groups, roles, a bucket and a zone of names of its own.
 */
package dev.helium.backends.aws_cluster_only;
