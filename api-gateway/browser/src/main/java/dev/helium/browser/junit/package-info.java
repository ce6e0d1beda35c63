/** The browser as tests get it: one for all of a JVM, or a reason why they are skipped. */
package dev.helium.browser.junit;
