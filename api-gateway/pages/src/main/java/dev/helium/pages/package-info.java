/**
 * The pages in the browser. They are made of what the public API answers to whoever looks at them,
 * so nothing can be done or seen here that the API does not offer; nothing of the gateway's inside
 * is known.
 */
package dev.helium.pages;
