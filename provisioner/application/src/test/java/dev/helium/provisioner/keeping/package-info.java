/** A backend that has a secret, for tests of how secrets are kept. */
package dev.helium.provisioner.keeping;
