/** Who asks, and how that is proved. Nothing here knows what is asked for. */
package dev.helium.gateway.identity;
