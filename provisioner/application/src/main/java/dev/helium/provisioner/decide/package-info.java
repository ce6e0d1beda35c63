/**
 * Turns commands and reports of attempts into events, one partition of the log at a time.
 *
 * <p>The only place that writes lifecycle events. What a decision says is the domain's; nothing
 * here runs a program or touches a cluster.
 */
package dev.helium.provisioner.decide;
