/** Policies that are tried against the past. */
package dev.helium.launcher.policy;
