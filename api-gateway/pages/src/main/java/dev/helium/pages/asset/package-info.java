/**
 * The files that pages need: styles, scripts and pictures, from the class path, under names that
 * change with what is in them. Nothing here knows a page.
 */
package dev.helium.pages.asset;
