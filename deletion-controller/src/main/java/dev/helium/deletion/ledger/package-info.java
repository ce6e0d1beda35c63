/**
 * The ledger of orphans: what log, clusters and state files do not agree about.
 *
 * <p>Compares what the log says of each life with what is found, in both directions. What is found
 * twice, with the log read to its end in between, is written down; what the policy allows is asked
 * for with commands. Nothing here deletes anything.
 */
package dev.helium.deletion.ledger;
