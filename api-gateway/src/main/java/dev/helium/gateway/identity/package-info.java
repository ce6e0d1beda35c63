/**
 * Who asks, how that is proved, and what each role may do. Nothing here knows what is asked for.
 *
 * <p>Only {@code JwtHeader}, {@code JwtCheck}, {@code SeenKeys}, {@code SignedTokens}, {@code
 * IdTokens} and {@code IssuedName} know the library for signed tokens.
 */
package dev.helium.gateway.identity;
