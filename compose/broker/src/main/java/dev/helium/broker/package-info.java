/** A Kafka broker in a JVM of its own. */
package dev.helium.broker;
