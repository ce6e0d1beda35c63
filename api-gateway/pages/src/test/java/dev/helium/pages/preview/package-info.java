/** All pages with canned data, to look at. */
package dev.helium.pages.preview;
