/** What is to go when, and why what should have gone still stands. Reads the view alone. */
package dev.helium.gateway.expiry;
