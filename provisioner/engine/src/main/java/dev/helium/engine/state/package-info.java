/**
 * What a stack is, at rest: resources, pending operations, the CLI's file layout, locks and
 * history. Knows how to read and write them, not how to make them.
 */
package dev.helium.engine.state;
