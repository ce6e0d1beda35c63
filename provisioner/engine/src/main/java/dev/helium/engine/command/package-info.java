/** The command lines of the Automation API: what each means, and what is refused by name. */
package dev.helium.engine.command;
