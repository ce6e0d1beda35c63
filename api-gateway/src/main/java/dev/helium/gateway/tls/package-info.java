/**
 * Who the gateway is to its clients: a certificate and its key in files, that may be replaced while
 * it runs. Nothing here knows HTTP.
 */
package dev.helium.gateway.tls;
