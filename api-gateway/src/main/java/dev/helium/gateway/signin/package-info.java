/**
 * How somebody signs in and out with a browser: by a token that was handed out here, or at the
 * issuer that Helium trusts.
 */
package dev.helium.gateway.signin;
