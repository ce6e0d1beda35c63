/**
 * Which hosts backends may ask for what they are made of. It looks at names and addresses and opens
 * no connection.
 */
package dev.helium.backends.network;
