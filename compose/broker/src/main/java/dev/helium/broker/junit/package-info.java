/**
 * For the tests of other modules: one broker for all tests of a JVM. Who uses this package brings
 * JUnit along. What kills a broker or looks at its files has one of its own.
 */
package dev.helium.broker.junit;
