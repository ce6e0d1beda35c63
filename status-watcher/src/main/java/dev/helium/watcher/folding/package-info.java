/**
 * What the findings about all objects of a workspace mean together.
 *
 * <p>Pure: readiness and addresses follow from findings, the workspace's life and an instant.
 */
package dev.helium.watcher.folding;
