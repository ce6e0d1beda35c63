/**
 * Deletions that cannot come to their end because the cluster is gone in which something of them is
 * recorded.
 *
 * <p>Says so to whoever destroys, on the evidence that proofs have; judges nothing itself.
 */
package dev.helium.deletion.loss;
