/**
 * The backend {@code namespace}: a namespace with quota, limits and closed doors, and a small web
 * workload in it.
 */
package dev.helium.backends.namespace;
