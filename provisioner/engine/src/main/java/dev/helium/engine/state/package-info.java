/**
 * What a stack is, at rest: resources, pending operations, the CLI's file layout, locks, fences and
 * history. Knows how to read and write them, not how to make them. Files of a stack are changed
 * through {@code FileChanges} only, so that a fence holds for all of them.
 */
package dev.helium.engine.state;
