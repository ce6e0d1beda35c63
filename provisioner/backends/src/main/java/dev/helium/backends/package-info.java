/** The Pulumi programs that workspaces are made of. */
package dev.helium.backends;
