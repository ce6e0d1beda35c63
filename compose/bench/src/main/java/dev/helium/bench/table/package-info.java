/** Rows as people read them. Pure. */
package dev.helium.bench.table;
