/** The state files of stacks, as the provisioner's engine keeps them; only read. */
package dev.helium.deletion.stacks;
