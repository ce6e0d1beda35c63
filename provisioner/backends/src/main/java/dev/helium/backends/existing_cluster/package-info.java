/**
 * The backend {@code existing_cluster}: takes in a cluster that somebody else made. Who looks at
 * the cluster, and who writes down the way there, is the provisioner's concern.
 */
package dev.helium.backends.existing_cluster;
