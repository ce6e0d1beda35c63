/**
 * Where webhooks may lead: what a URL has to be, which addresses are inside and not to be called,
 * and which of them an operator allows. Nothing is sent from here.
 */
package dev.helium.gateway.webhook.address;
