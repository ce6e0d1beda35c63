/**
 * The provisioner process: its settings and how its parts are put together.
 *
 * <p>Deciding, running attempts and keeping uploads each have a package of their own.
 */
package dev.helium.provisioner;
