/**
 * What turns up in the cluster of a life that was proven over.
 *
 * <p>Knows the log and what is seen of namespaces; nothing here deletes anything.
 */
package dev.helium.deletion.stray;
