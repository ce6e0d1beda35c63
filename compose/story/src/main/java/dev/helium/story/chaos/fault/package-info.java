/** What is done to the parts of a world, and when. Which follows from the seed alone. */
package dev.helium.story.chaos.fault;
