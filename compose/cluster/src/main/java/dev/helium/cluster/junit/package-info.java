/**
 * For the tests of other modules: one cluster for all tests of a JVM. Who uses this package brings
 * JUnit along.
 */
package dev.helium.cluster.junit;
