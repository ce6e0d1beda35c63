/**
 * How events get to the receivers of webhooks: who looks through the events for which webhook, what
 * is sent, signed and tried again, when a webhook is parked, and how that is kept. Everything about
 * one webhook happens on one event loop, which is not the one that serves HTTP.
 */
package dev.helium.gateway.webhook.delivery;
