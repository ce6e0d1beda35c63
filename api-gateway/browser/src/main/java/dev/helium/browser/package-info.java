/**
 * A real Chromium for tests of pages, and what every page is held to: nothing on its console, no
 * request that fails, no rule of accessibility broken, little to transfer, nothing wider than the
 * screen. Knows nothing of Helium.
 */
package dev.helium.browser;
