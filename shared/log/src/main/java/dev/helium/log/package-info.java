/** The log part. */
package dev.helium.log;
