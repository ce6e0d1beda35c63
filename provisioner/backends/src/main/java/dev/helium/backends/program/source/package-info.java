/**
 * Git repositories: which may be asked, which commit a name leads to, and its files in a folder.
 * The one place that knows {@code git}.
 */
package dev.helium.backends.program.source;
