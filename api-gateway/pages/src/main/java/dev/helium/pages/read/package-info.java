/**
 * What the API answers, read in one place. Every record is a look at one JSON object that tolerates
 * what is missing: text is empty then, lists are, and instants are absent.
 */
package dev.helium.pages.read;
