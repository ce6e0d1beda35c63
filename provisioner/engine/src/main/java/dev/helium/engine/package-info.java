/** Pulumi programs without the Pulumi command line. */
package dev.helium.engine;
