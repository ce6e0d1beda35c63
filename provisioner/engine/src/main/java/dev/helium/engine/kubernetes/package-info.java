/**
 * The provider of the {@code kubernetes} package, inside the JVM: names, server-side apply,
 * deletion that waits, and one shared connection per cluster. Knows objects and the API server, not
 * programs, plans or files of a stack.
 */
package dev.helium.engine.kubernetes;
