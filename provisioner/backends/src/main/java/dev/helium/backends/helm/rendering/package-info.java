/**
 * Renders charts with Helm itself, in a process of its own with no more than a folder to work in.
 * Nothing here knows workspaces or Pulumi.
 */
package dev.helium.backends.helm.rendering;
