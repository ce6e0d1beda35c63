/** What owners may take over HTTP, and the way that requests go which are admitted first. */
package dev.helium.gateway.quota;
