/** Which rows there are, and running each in a process of its own. */
package dev.helium.bench.run;
