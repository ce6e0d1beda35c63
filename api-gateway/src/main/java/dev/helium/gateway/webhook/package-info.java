/**
 * Webhooks over HTTP: who may make, see and change which, and what is asked of them. How events get
 * to their receivers is in {@code delivery}, where they may lead in {@code address}.
 */
package dev.helium.gateway.webhook;
