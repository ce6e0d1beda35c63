/**
 * What runs: the broker, the local cluster and the services, each a process of its own whose record
 * outlives the one who started it.
 *
 * <p>Says what happens to a {@link dev.helium.launcher.stack.StackListener} and prints nothing.
 */
package dev.helium.launcher.stack;
