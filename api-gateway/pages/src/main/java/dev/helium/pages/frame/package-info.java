/**
 * What all pages have in common: the frame around them, the engine that fills templates, and how
 * instants and links are shown. Templates read what is public here; nothing here asks the API.
 */
package dev.helium.pages.frame;
