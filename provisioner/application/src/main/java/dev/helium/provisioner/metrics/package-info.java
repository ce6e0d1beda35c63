/**
 * What the provisioner measures: decisions, attempts, and what its engine does.
 *
 * <p>It is told what happened and counts it. Nothing is labelled by workspace or owner; the
 * documented table of all metrics says what each answers.
 */
package dev.helium.provisioner.metrics;
