/**
 * Users and faults at once, in a world of its own, and then the proof that nothing was lost, done
 * twice or left behind. Run by hand with {@code ./helium chaos}, and shortly by a test.
 */
package dev.helium.story.chaos;
