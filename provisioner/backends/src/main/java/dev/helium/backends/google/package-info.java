/**
 * What backends on Google Cloud have in common: how they sign in, where they make things, and what
 * these are called.
 */
package dev.helium.backends.google;
