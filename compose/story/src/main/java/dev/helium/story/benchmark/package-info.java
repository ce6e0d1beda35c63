/**
 * How long the road takes, beside the floor of any way to make the same objects. Run by hand with
 * {@code ./helium benchmark}; nothing here is asserted.
 */
package dev.helium.story.benchmark;
