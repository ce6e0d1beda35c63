/** The contract as a page for people, served from this process alone. */
package dev.helium.gateway.docs;
