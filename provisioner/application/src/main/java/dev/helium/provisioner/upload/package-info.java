/**
 * Uploaded files: kept sealed beside the stacks' state for as long as their workspace lives, opened
 * only to check or run its program.
 */
package dev.helium.provisioner.upload;
