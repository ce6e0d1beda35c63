/** Records that nobody could read, for those who deal with them over HTTP. */
package dev.helium.gateway.deadletter;
