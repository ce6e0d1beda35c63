/**
 * What the pages stand on: who looks at them, and the API as this process asks itself for them. The
 * pages themselves are a module of their own that knows nothing of the gateway.
 */
package dev.helium.gateway.pages;
