/**
 * Networks, their addresses, and which of them are not those of somebody outside. Nothing here
 * connects or looks up a name, and nothing knows who may come from an address or be called there.
 */
package dev.helium.network;
