/** On which thread things go on that somebody else completes. */
package dev.helium.gateway.context;
