/**
 * The page of one workspace, from the first wait to the proof that it is gone: how it is, what led
 * to that, and what can be done about it.
 */
package dev.helium.pages.follow;
