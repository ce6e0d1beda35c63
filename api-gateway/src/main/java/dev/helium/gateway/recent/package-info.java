/**
 * The events that have just happened, read once for all of this gateway that follow them: one
 * reader behind the view, the newest events as they are sent, and whose each is. Nothing here knows
 * who listens or how something gets there: streams and webhooks take what they want by themselves.
 */
package dev.helium.gateway.recent;
