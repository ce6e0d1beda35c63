/**
 * What backends of all clouds have in common: the plugin of their provider, networks, names, and
 * the lasting way into a cluster that was just made. Nothing here belongs to one cloud.
 */
package dev.helium.backends.cloud;
