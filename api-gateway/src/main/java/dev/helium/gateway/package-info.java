/** The HTTP side of Helium. */
package dev.helium.gateway;
