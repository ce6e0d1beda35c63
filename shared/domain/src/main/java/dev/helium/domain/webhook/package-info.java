/**
 * Subscriptions that are called: where events are posted to, and how far that has come. Nothing
 * here posts anything.
 */
package dev.helium.domain.webhook;
