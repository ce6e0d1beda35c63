/** Webhooks: those of whoever looks, and everybody's for operators. */
package dev.helium.pages.operate.webhook;
