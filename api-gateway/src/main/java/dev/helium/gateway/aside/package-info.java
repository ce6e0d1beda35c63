/** Work that blocks, and is kept away from the event loops and within bounds. */
package dev.helium.gateway.aside;
