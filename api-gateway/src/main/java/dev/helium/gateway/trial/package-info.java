/** What another policy of lifetimes would have done to the past, over HTTP. */
package dev.helium.gateway.trial;
