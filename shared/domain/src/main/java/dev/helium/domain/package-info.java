/**
 * Workspaces, the commands people give, the events that follow, and the rules between them.
 *
 * <p>Pure Java: nothing here knows a library, a clock of its own, a thread or a wire format.
 */
package dev.helium.domain;
