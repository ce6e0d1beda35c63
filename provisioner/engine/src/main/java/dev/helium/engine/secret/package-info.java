/** The passphrase secrets provider, as the CLI encrypts; knows ciphers, not documents. */
package dev.helium.engine.secret;
