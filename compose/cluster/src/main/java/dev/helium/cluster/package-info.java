/**
 * A real Kubernetes control plane on this machine: etcd, the API server, the controller manager,
 * the scheduler, and KWOK in the place of kubelets. This package is what others use; the packages
 * below it are how.
 */
package dev.helium.cluster;
