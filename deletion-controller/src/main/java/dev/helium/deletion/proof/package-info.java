/**
 * The proof that a destroyed workspace is gone: what is looked for in the cluster, and the commands
 * that follow. Deletes nothing.
 */
package dev.helium.deletion.proof;
