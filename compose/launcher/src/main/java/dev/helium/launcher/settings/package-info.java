/**
 * What the commands go by that ask a Helium: which one, with which token, and how its answers are
 * written, from the command line, the environment, a file of a person's, and what runs here.
 * Nothing here prints or asks anybody.
 */
package dev.helium.launcher.settings;
