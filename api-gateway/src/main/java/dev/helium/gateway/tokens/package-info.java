/** The tokens that were handed out, for those who say who may do what. */
package dev.helium.gateway.tokens;
