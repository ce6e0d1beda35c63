/** The topics as they stand, read from Kafka and from nowhere else. Judges nothing. */
package dev.helium.story.chaos.journal;
