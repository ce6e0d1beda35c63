/** What a person reads in a terminal. Nothing here knows what it is about. */
package dev.helium.launcher.console;
