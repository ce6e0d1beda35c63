/** A Kubernetes control plane on this machine. */
package dev.helium.cluster;
