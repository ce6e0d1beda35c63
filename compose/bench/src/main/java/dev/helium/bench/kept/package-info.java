/** What was measured before, on which machine and of which commit, and what has become worse. */
package dev.helium.bench.kept;
