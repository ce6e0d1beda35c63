/**
 * How much an owner may take at the same time, and the sums that say whether more is left.
 *
 * <p>Only what follows from given claims and limits: who keeps the claims, and in which order
 * requests are looked at, is others' to see to.
 */
package dev.helium.domain.quota;
