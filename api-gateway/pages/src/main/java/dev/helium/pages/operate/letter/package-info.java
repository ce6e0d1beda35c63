/** Records that nobody could read, and what is done about them. */
package dev.helium.pages.operate.letter;
