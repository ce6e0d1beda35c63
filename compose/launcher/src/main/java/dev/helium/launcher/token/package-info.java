/** Tokens that are handed out: only their digests are kept, in the file that the gateway reads. */
package dev.helium.launcher.token;
