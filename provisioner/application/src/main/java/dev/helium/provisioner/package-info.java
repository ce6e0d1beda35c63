/** Decides commands and runs Pulumi programs. */
package dev.helium.provisioner;
