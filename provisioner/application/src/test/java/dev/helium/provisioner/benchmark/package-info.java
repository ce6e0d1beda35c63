/** How long a Pulumi program takes on each engine. Run by hand; nothing is asserted here. */
package dev.helium.provisioner.benchmark;
