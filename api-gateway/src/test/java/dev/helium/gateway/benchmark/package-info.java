/**
 * How fast the gateway answers, beside a bare server that answers as many bytes. Run by hand with
 * {@code ./helium benchmark api} and {@code pages}; nothing here is asserted.
 */
package dev.helium.gateway.benchmark;
