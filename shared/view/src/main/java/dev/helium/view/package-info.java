/** The view part. */
package dev.helium.view;
