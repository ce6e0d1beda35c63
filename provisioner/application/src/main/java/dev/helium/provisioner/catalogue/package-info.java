/**
 * Tells everybody what backends there are. What they are and take is their own to say; nothing here
 * checks a request.
 */
package dev.helium.provisioner.catalogue;
