/** The page that a visitor begins at: their workspaces and the whole fleet at a glance. */
package dev.helium.pages.start;
