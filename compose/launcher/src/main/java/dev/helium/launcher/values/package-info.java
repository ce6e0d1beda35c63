/**
 * Values for a backend, as its JSON Schema describes and types them. Whether a value fits, the
 * server says; here is only refused what cannot be written down.
 */
package dev.helium.launcher.values;
