/**
 * Any Pulumi program in any language as a workspace: which commit of a repository it is ({@code
 * source}), and how its project is made one of Helium's. The provisioner runs it with the Pulumi
 * command line.
 */
package dev.helium.backends.program;
