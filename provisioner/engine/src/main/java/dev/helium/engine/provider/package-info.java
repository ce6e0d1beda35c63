/**
 * What the engine asks of a provider, whoever implements it: check, diff, create, read, update,
 * delete. No transport and no cluster.
 */
package dev.helium.engine.provider;
