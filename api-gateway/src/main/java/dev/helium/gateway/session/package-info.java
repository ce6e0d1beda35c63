/**
 * That somebody has signed in with a browser: what the browser keeps of it, for how long it counts,
 * and how forms are told from forged ones. How somebody signs in is not known here.
 */
package dev.helium.gateway.session;
