/**
 * Backends that are a set of Kubernetes objects, told as a pure function of what is given: values,
 * generated secrets and facts of the workspace. What is told can be looked at, checked and compared
 * without running a program; one program registers it with Pulumi, whatever the backend.
 *
 * <p>Nothing here knows any one product, and nothing here talks to a cluster.
 */
package dev.helium.backends.product;
