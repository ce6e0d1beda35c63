/**
 * The words every other package of the cluster shares: its five programs, how progress is told and
 * how a failure is said. Nothing in here starts, reads or writes anything.
 */
package dev.helium.cluster.component;
