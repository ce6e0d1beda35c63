/** The wire part. */
package dev.helium.wire;
