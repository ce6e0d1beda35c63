/**
 * Runs the attempts that decisions call for: which is next, and the Pulumi run itself.
 *
 * <p>Knows stacks and backends; what an attempt's outcome means is decided elsewhere.
 */
package dev.helium.provisioner.attempt;
